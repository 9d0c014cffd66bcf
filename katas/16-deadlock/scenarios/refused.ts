// A transfer that cannot be. What comes of it: an answer, or the message of an error.
import { mark } from '#harness/scenario.ts';
import { transfer } from '../bank.ts';

export default async function ask(_process: string, from: string, to: string, amount: string): Promise<void> {
  mark('outcome', await outcomeOf(() => transfer('bank', from, to, Number(amount))));
}

async function outcomeOf(work: () => Promise<boolean>): Promise<{ answer: unknown } | { error: string }> {
  try {
    return { answer: await work() };
  } catch (error) {
    // What is not written yet is no answer.
    if (String(error).includes('not written yet')) {
      throw error;
    }

    return { error: error instanceof Error ? error.message : `no Error, but ${String(error)}` };
  }
}

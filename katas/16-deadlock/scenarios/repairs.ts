// Transfers that fail; then what was wrong with the accounts is put right, and the same accounts are used again.
import { writeFileSync } from 'node:fs';
import { mark } from '#harness/scenario.ts';
import { transfer } from '../bank.ts';

export default async function repair(): Promise<void> {
  await fails('tony', 'jason');
  await fails('jason', 'tony');
  await fails('kevin', 'oscar');
  writeFileSync('bank/jason', '5');
  writeFileSync('bank/oscar', '5');
  mark('answer', await transfer('bank', 'tony', 'jason', 1));
  mark('answer', await transfer('bank', 'jason', 'tony', 1));
  mark('answer', await transfer('bank', 'kevin', 'oscar', 1));
}

async function fails(from: string, to: string): Promise<void> {
  try {
    await transfer('bank', from, to, 1);
  } catch (error) {
    if (String(error).includes('not written yet')) {
      throw error;
    }
  }
}

// Three processes transfer money in a circle, each of them to the next and to the one before, as fast as they can.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gate, mark } from '#harness/scenario.ts';
import { transfer } from '../bank.ts';

const [self, next, previous] = process.argv.slice(2);
const ROUNDS = 8;
if (self !== undefined && next !== undefined && previous !== undefined) {
  await gate('all are there');
  for (let round = 0; round < ROUNDS; round += 1) {
    const answers = [await transfer('bank', self, next, 2), await transfer('bank', self, previous, 1)];
    if (answers.includes(false)) {
      mark('refused');
    }
  }
} else {
  mkdirSync('bank');
  const circle = ['tony', 'kevin', 'jason'];
  for (const account of circle) {
    writeFileSync(`bank/${account}`, '100');
  }

  const at = (position: number) => circle.at(position % circle.length) ?? '';
  const payers = circle.map((account, position) =>
    fork(fileURLToPath(import.meta.url), [account, at(position + 1), at(position + 2)]),
  );
  const exits = await Promise.all(payers.map((payer) => once(payer, 'exit')));
  mark(
    'exits',
    exits.map(([code]) => code),
  );
  mark(
    'balances',
    circle.map((account) => readFileSync(`bank/${account}`, 'utf8').trim()),
  );
}

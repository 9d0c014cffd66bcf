// Real processes, all at once: six buyers for three tickets, and somebody who searches until all of them are gone.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gate, mark } from '#harness/scenario.ts';
import { openOffice } from '../office.ts';

const [part, buyer = ''] = process.argv.slice(2);
if (part === 'buys') {
  const office = openOffice('tickets.json');
  await gate('the office opens');
  mark('shown', await office.search());
  mark('told', await office.buy(buyer));
} else if (part === 'searches') {
  await search();
} else {
  writeFileSync('tickets.json', '{"ticket_num": 3}');
  const looker = start('searches');
  const buyers = [1, 2, 3, 4, 5, 6].map((number) => start('buys', `buyer ${number}`));
  // Whoever fails may be gone at any moment.
  const [lookerEnds, ...buyersEnd] = [looker, ...buyers].map((one) => once(one, 'exit'));
  await Promise.all(buyersEnd);
  if (looker.connected) {
    looker.send('all are gone', () => {});
  }

  const codes = (await Promise.all([...buyersEnd, lookerEnds])).map((exit) => exit?.[0]);
  mark('exits', codes);
  mark('left', JSON.parse(readFileSync('tickets.json', 'utf8')).ticket_num);
}

async function search(): Promise<void> {
  let isOver = false;
  process.once('message', () => {
    isOver = true;
    process.disconnect();
  });
  const office = openOffice('tickets.json');
  const seen: number[] = [];
  await gate('the office opens');
  while (!isOver) {
    const left = await office.search();
    if (left !== seen.at(-1)) {
      seen.push(left);
    }

    await turn();
  }

  mark('seen', seen);
}

function start(...args: string[]) {
  return fork(fileURLToPath(import.meta.url), args);
}

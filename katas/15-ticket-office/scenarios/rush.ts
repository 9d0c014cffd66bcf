// Real processes, all at once: six buyers for three tickets, and somebody who searches all the time.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gate, mark } from '#harness/scenario.ts';
import { openOffice } from '../office.ts';

const [buyer] = process.argv.slice(2);
if (buyer !== undefined) {
  const office = openOffice('tickets.json');
  await gate('the office opens');
  mark('shown', await office.search());
  mark('told', await office.buy(buyer));
} else {
  writeFileSync('tickets.json', '{"ticket_num": 3}');
  const buyers = [1, 2, 3, 4, 5, 6].map((number) => fork(fileURLToPath(import.meta.url), [`buyer ${number}`]));
  const exits = await Promise.all(buyers.map((one) => once(one, 'exit')));
  mark(
    'exits',
    exits.map(([code]) => code),
  );
  mark('left', JSON.parse(readFileSync('tickets.json', 'utf8')).ticket_num);
}

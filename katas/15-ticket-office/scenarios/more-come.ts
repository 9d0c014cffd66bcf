// An office that stays open for long. All is sold; then somebody puts other tickets into the file.
import { writeFileSync } from 'node:fs';
import { mark } from '#harness/scenario.ts';
import { openOffice } from '../office.ts';

export default async function stayOpen(buyer: string): Promise<void> {
  const office = openOffice('tickets.json');
  mark('shown', await office.search());
  mark('told', await office.buy(buyer));
  mark('told', await office.buy(buyer));
  writeFileSync('tickets.json', '{"ticket_num": 2, "train": "G8"}');
  mark('shown after more came', await office.search());
  mark('told after more came', await office.buy(buyer));
  mark('shown in the end', await office.search());
}

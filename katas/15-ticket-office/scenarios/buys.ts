// Each buyer buys a ticket, and tells what the answer was.
import { mark } from '#harness/scenario.ts';
import { openOffice } from '../office.ts';

export default async function buy(buyer: string): Promise<void> {
  mark('told', await openOffice('tickets.json').buy(buyer));
}

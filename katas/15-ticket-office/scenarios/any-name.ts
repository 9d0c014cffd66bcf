// Somebody of that name buys a ticket.
import { mark } from '#harness/scenario.ts';
import { openOffice } from '../office.ts';

export default async function buy(_process: string, buyer: string): Promise<void> {
  mark('told', await openOffice('tickets.json').buy(buyer));
}

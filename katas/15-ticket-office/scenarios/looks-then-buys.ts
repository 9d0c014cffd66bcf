// The phone shows how many tickets are left; then the buyer presses the button.
import { mark } from '#harness/scenario.ts';
import { openOffice } from '../office.ts';

export default async function lookThenBuy(buyer: string): Promise<void> {
  const office = openOffice('tickets.json');
  mark('shown', await office.search());
  mark('told', await office.buy(buyer));
}

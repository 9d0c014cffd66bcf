// Whoever has bought the only ticket looks at once whether it is gone.
import { mark } from '#harness/scenario.ts';
import { openOffice } from '../office.ts';

export default async function buyAndLook(buyer: string): Promise<void> {
  const office = openOffice('tickets.json');
  if (await office.buy(buyer)) {
    mark('left after my sale', await office.search());
  }
}

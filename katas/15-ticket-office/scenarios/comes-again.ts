// Each buyer comes as often as it is told, and then writes that the office may close.
import { mark } from '#harness/scenario.ts';
import { openOffice } from '../office.ts';

export default async function comeAgain(buyer: string, times: number): Promise<void> {
  const office = openOffice('tickets.json');
  for (let time = 0; time < times; time += 1) {
    mark('told', await office.buy(buyer));
  }
}

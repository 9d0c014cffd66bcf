// Some search, as often as they are told, while others buy.
import { mark } from '#harness/scenario.ts';
import { openOffice } from '../office.ts';

export default async function visit(name: string, part: 'searches' | 'buys', times = 1): Promise<void> {
  const office = openOffice('tickets.json');
  if (part === 'buys') {
    await office.buy(name);
    return;
  }

  for (let time = 0; time < times; time += 1) {
    mark('asks');
    mark('answer', await office.search());
  }
}

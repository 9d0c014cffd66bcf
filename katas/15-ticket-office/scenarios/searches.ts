// Some search while others buy.
import { mark } from '#harness/scenario.ts';
import { openOffice } from '../office.ts';

export default async function visit(name: string, part: 'searches' | 'buys'): Promise<void> {
  const office = openOffice('tickets.json');
  if (part === 'buys') {
    await office.buy(name);
    return;
  }

  mark('asks');
  mark('answer', await office.search());
}

// Each buyer buys a ticket at an office of its own: the file is another one.
import { mark } from '#harness/scenario.ts';
import { openOffice } from '../office.ts';

export default async function buy(buyer: string, file: string): Promise<void> {
  mark('told', await openOffice(file).buy(buyer));
}

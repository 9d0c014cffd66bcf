// Each process makes its transfers, one after the other, between accounts of one directory.
import { mark } from '#harness/scenario.ts';
import { transfer } from '../bank.ts';

type Order = [from: string, to: string, amount: number];

export default async function pay(_process: string, dir: string, ...orders: Order[]): Promise<void> {
  for (const [from, to, amount] of orders) {
    mark('asks');
    mark('answer', await transfer(dir, from, to, amount));
  }
}

// Each process adds one to the counter. No lock is used.
import { Counter } from '../counter.ts';

export default function count(): void {
  new Counter('count').add(1);
}

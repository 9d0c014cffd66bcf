// Draws numbers.
import { mark } from '#harness/scenario.ts';

export default function draw(): void {
  mark('drawn', [Math.random(), Math.random()]);
}

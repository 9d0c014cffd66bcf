// Counts in its module how often it has run: once, in a process that has just been started.
import { writeFileSync } from 'node:fs';

let runs = 0;

export default function run(process: string): void {
  runs += 1;
  writeFileSync(process, String(runs));
}

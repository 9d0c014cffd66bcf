// Wrong: reads how many readers there are, then writes one more. Two that both read first are counted as one.
import { readFileSync, writeFileSync } from 'node:fs';
import { section } from './lock-file.ts';

export default async function read(process: string): Promise<void> {
  count(1);
  await section(process);
  count(-1);
}

function count(change: number): void {
  writeFileSync('readers', String(Number(readFileSync('readers', 'utf8')) + change));
}

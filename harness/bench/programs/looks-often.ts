// So many steps of one operation each, and nothing else.
import { existsSync } from 'node:fs';

export default function look(_process: string, times: number): void {
  for (let step = 0; step < times; step += 1) {
    existsSync('nothing');
  }
}

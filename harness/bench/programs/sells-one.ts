// Sells one ticket, without a lock.
import { readFileSync, writeFileSync } from 'node:fs';

export default function sell(): void {
  const left = Number(readFileSync('tickets', 'utf8'));
  if (left > 0) {
    writeFileSync('tickets', String(left - 1));
  }
}

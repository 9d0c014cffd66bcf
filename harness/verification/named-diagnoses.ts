import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCatalogue } from '../reporting/catalogue.ts';
import type { Kata } from '../workbook/katas.ts';
import { type Check, checkThat } from './check.ts';

/** `expect(value, 'name')` and `{ otherwise: 'name' }`. */
const NAMED = /otherwise:\s*'([a-z0-9-]+)'|,\s*'([a-z][a-z0-9]*(?:-[a-z0-9]+)+)',?\s*\)\s*\./g;

/** Every diagnosis that a kata's tests name must be written. */
export async function checkDiagnoses(kata: Kata): Promise<Check> {
  const catalogue = await loadCatalogue();
  const source = await readFile(join(kata.directory, kata.test), 'utf8');
  const names = [...source.matchAll(NAMED)].map(([, waited, expected]) => waited ?? expected ?? '');
  const unknown = [...new Set(names)].filter((name) => !catalogue.has(name));
  return checkThat(
    `${kata.id}: every diagnosis that its tests name is written`,
    unknown.length === 0 ? undefined : `harness/reporting/diagnoses/ has no file for: ${unknown.join(', ')}`,
  );
}

import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute, real path of the workbook to which this harness belongs, also when the harness is reached through an overlay's link. */
export function workbookRoot(): string {
  return path.resolve(realpathSync(fileURLToPath(import.meta.url)), '../../..');
}

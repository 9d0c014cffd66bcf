// Wrong: takes two locks in the order of its arguments, which is not the same for all.
import { unlinkSync } from 'node:fs';
import { section, tryCreate, until } from './lock-file.ts';

export default async function enter(_process: string, first: string, second: string): Promise<void> {
  await until(() => tryCreate(first));
  await until(() => tryCreate(second));
  await section();
  unlinkSync(second);
  unlinkSync(first);
}

// Wrong: a reader that wants to write waits for the other readers, and stays one. Two such readers wait for each other.
import { existsSync, readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { section, tryCreate, until } from './lock-file.ts';

export default async function enter(process: string): Promise<void> {
  const mine = `reader.${process}`;
  writeFileSync(mine, '');
  if (existsSync('writer')) {
    unlinkSync(mine);
    return;
  }

  await until(() => tryCreate('writer'));
  for (const other of readdirSync('.').filter((file) => file.startsWith('reader.') && file !== mine)) {
    await until(() => !existsSync(other));
  }

  await section();
  unlinkSync('writer');
  unlinkSync(mine);
}

// Wrong: locks a table by listing its rows, then locking each. A row that is inserted between the two is in use, and not locked.
// To insert is right: the row before the new one is locked meanwhile, and the new one before anybody can see it.
import { readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { section, tryCreate } from './lock-file.ts';

export default async function enter(_process: string, task: 'lock the table' | 'insert a row'): Promise<void> {
  const locks = task === 'insert a row' ? insert() : lockTable();
  if (locks.length > 0) {
    await section();
  }

  for (const lock of locks) {
    unlinkSync(lock);
  }
}

function insert(): string[] {
  if (!tryCreate('lock.1')) {
    return [];
  }

  tryCreate('lock.2');
  writeFileSync('rows/2', '');
  unlinkSync('lock.1');
  return ['lock.2'];
}

function lockTable(): string[] {
  const locks = readdirSync('rows').map((row) => `lock.${row}`);
  const taken = locks.filter((lock) => tryCreate(lock));
  if (taken.length === locks.length) {
    return taken;
  }

  for (const lock of taken) {
    unlinkSync(lock);
  }

  return [];
}

import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { processTable } from './table.ts';

test('reads procfs where the system has it, and asks ps where not', () => {
  expect(processTable().source).toBe(existsSync('/proc/self/stat') ? 'procfs' : 'ps');
});

test('shows this process, with the parent that it has', async () => {
  const entries = await processTable().list();
  expect(entries).toContainEqual(expect.objectContaining({ pid: process.pid, ppid: process.ppid }));
});

import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect, test } from 'vitest';

const nodeFlags = ['--import', new URL('../typescript/register.mjs', import.meta.url).href];

test('never lists a program that it has started itself', async () => {
  const program = fileURLToPath(new URL('./testing/list-own-children.ts', import.meta.url));
  const { stdout } = await execa(process.execPath, [...nodeFlags, program]);
  expect(JSON.parse(stdout)).toEqual([]);
});

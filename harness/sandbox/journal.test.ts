import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { JOURNAL_FLOOD_BYTES, JournalReader } from './journal-reader.ts';
import { GATES_DIRECTORY } from './journal-writer.ts';
import { programs } from './testing/play.ts';
import { makeTemporaryDirectory } from './testing/runner.ts';

const LINE = JSON.stringify({ type: 'mark', name: 'x', pid: 1, ppid: 1, at: 1 });
const stripTypes = new URL('../typescript/register.mjs', import.meta.url).href;

test('reads only what was added, and lines only when they are whole', async ({ onTestFinished }) => {
  const file = join(await makeTemporaryDirectory(onTestFinished), 'journal');
  const reader = new JournalReader(file);
  expect(reader.read()).toEqual([]);
  appendFileSync(file, `${LINE}\n${LINE.slice(0, 10)}`);
  expect(reader.read()).toHaveLength(1);
  appendFileSync(file, `${LINE.slice(10)}\n`);
  expect(reader.read()).toEqual([JSON.parse(LINE)]);
  expect(reader.read()).toEqual([]);
  reader.close();
  expect(reader.read()).toEqual([]);
});

test('a line that was cut short spoils no other', async ({ onTestFinished }) => {
  const directory = await makeTemporaryDirectory(onTestFinished);
  const file = join(directory, 'journal');
  const reader = new JournalReader(file);
  appendFileSync(file, LINE.slice(0, 20));
  await tellFrom(directory);
  expect(reader.read()).toMatchObject([
    { type: 'mark', name: 'here' },
    { type: 'gate-reached' },
    { type: 'gate-passed' },
    { type: 'mark', name: 'passed' },
  ]);
  reader.close();
});

test('what is no event is no evidence', async ({ onTestFinished }) => {
  const file = join(await makeTemporaryDirectory(onTestFinished), 'journal');
  const reader = new JournalReader(file);
  appendFileSync(file, `42\nnull\n[]\n{"type":"mark"}\nnonsense\n\n${LINE}\n`);
  expect(reader.read()).toHaveLength(1);
  reader.close();
});

test('stops reading a flood, however much comes at once', async ({ onTestFinished }) => {
  const file = join(await makeTemporaryDirectory(onTestFinished), 'journal');
  const reader = new JournalReader(file);
  const lines = Buffer.from(`${LINE}\n`.repeat(200_000));
  for (let bytes = 0; bytes < 3 * JOURNAL_FLOOD_BYTES; bytes += lines.length) {
    appendFileSync(file, lines);
  }

  const first = reader.read();
  expect(first.length).toBe(Math.floor((JOURNAL_FLOOD_BYTES + 1) / (LINE.length + 1)));
  expect(reader.isFlood).toBe(true);
  expect(reader.read()).toEqual([]);
  reader.close();
});

test('knows that its file was removed', async ({ onTestFinished }) => {
  const file = join(await makeTemporaryDirectory(onTestFinished), 'journal');
  const reader = new JournalReader(file);
  reader.read();
  expect(reader.isDeleted).toBe(false);
  appendFileSync(file, `${LINE}\n`);
  rmSync(file);
  expect(reader.read()).toHaveLength(1);
  expect(reader.isDeleted).toBe(true);
  reader.close();
});

test('run by hand, a scenario prints its marks, and its gates are open', async () => {
  const { stdout } = await runTells('/', 'by hand');
  expect(stdout.replaceAll(/\d+/g, 'N').split('\n')).toEqual([
    '[N] here by hand',
    '[N] gate go on: open, since this is no sandbox',
    '[N] passed by hand',
  ]);
});

// Runs tells.ts by itself, in a sandbox's directory whose gate is open.
async function tellFrom(directory: string): Promise<void> {
  mkdirSync(join(directory, GATES_DIRECTORY));
  writeFileSync(join(directory, GATES_DIRECTORY, encodeURIComponent('go on')), '');
  await runTells(directory, 'once');
}

function runTells(cwd: string, how: string) {
  return execa(process.execPath, [`--import=${stripTypes}`, join(programs, 'tells.ts'), how], {
    cwd,
    extendEnv: false,
    env: {},
  });
}

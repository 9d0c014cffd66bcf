import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Kata } from './katas.ts';
import { isAbsence } from './optional-files.ts';

/** What is remembered of one kata. */
export interface KataProgress {
  /** Digest of the answer that passed every test, and when, in ISO 8601. */
  solved?: { digest: string; at: string };
  /** Number of hints shown. */
  hints?: number;
}

/** What is remembered of a learner's work in a workbook, by kata id. */
export interface Progress {
  katas: Record<string, KataProgress>;
}

/** Tells the learner one line that is no part of a command's output. */
export type Say = (line: string) => void;

const toStderr: Say = (line) => process.stderr.write(`${line}\n`);

/** Where the progress of a workbook is kept. */
export function progressFile(root: string): string {
  return path.join(root, '.pidojo', 'progress.json');
}

/** What was remembered. A file that cannot be understood is kept beside as `progress.json.broken`, said so, and begun anew. */
export function readProgress(root: string, say: Say = toStderr): Progress {
  const file = progressFile(root);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (isAbsence(error)) return { katas: {} };
    throw error;
  }

  const progress = parseProgress(text);
  if (progress) return progress;
  attempt(say, () => renameSync(file, `${file}.broken`));
  say(`${file} could not be understood. It is kept as ${path.basename(file)}.broken, and progress starts again.`);
  return { katas: {} };
}

/** Remembers that the answer with this digest passed every test. Take the digest before the tests run: the learner may save meanwhile. */
export function recordSolved(root: string, kata: Kata, digest: string, say: Say = toStderr): void {
  update(root, kata, { solved: { digest, at: new Date().toISOString() } }, say);
}

/** Remembers that this many hints were shown. */
export function recordHints(root: string, kata: Kata, hints: number, say: Say = toStderr): void {
  update(root, kata, { hints }, say);
}

// Reading and writing in one turn, so that nothing else in this process comes between. Another command may, in the millisecond that this takes:
// then one of two facts is lost, which costs a hint shown twice or a test run again. That is not worth a lock that a crash could leave behind.
function update(root: string, kata: Kata, facts: KataProgress, say: Say): void {
  const { katas } = readProgress(root, say);
  const progress: Progress = { katas: { ...katas, [kata.id]: { ...katas[kata.id], ...facts } } };
  const file = progressFile(root);
  const draft = `${file}.${process.pid}`;
  attempt(say, () => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(draft, `${JSON.stringify(progress, undefined, 2)}\n`);
    // rename(2) replaces the old file in one step: a reader, or a crash, sees the old text or the new one.
    renameSync(draft, file);
  });
}

// A workbook that cannot be written to can still be used.
function attempt(say: Say, write: () => void): void {
  try {
    write();
  } catch (error) {
    say(`Progress could not be kept: ${error instanceof Error ? error.message : error}`);
  }
}

function parseProgress(text: string): Progress | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isProgress(value) ? value : undefined;
}

function isProgress(value: unknown): value is Progress {
  return isRecord(value) && isRecord(value.katas) && Object.values(value.katas).every(isKataProgress);
}

function isKataProgress(value: unknown): value is KataProgress {
  if (!isRecord(value)) return false;
  const { solved, hints } = value;
  return (
    (hints === undefined || (Number.isInteger(hints) && Number(hints) >= 0)) &&
    (solved === undefined || (isRecord(solved) && typeof solved.digest === 'string' && typeof solved.at === 'string'))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

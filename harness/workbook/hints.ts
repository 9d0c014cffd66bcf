import path from 'node:path';
import type { Kata } from './katas.ts';
import { readTextIfThere } from './optional-files.ts';
import { readProgress, recordHints } from './progress.ts';

/** One step of a kata's hints. */
export interface Hint {
  /** Counted from 1. */
  step: number;
  text: string;
}

/** The steps of a hints.md: its sections under the headings `## 1`, `## 2`, ..., as they stand. */
export function parseHints(text: string): Hint[] {
  const sections = text.split(/^## (\d+)[ \t\r]*$/m);
  const hints: Hint[] = [];
  // split() with a group: what stands before the first heading, then number and section in turn.
  for (let at = 1; at < sections.length; at += 2) {
    hints.push({ step: Number(sections[at]), text: (sections[at + 1] ?? '').trim() });
  }
  return hints;
}

/** All hints of a kata; empty when it has none. */
export async function readHints(kata: Kata): Promise<Hint[]> {
  return parseHints((await readTextIfThere(path.join(kata.directory, 'hints.md'))) ?? '');
}

/** The hints of a kata that were shown to this learner, first to last. */
export async function shownHints(root: string, kata: Kata): Promise<Hint[]> {
  const shown = readProgress(root).katas[kata.id]?.hints ?? 0;
  return (await readHints(kata)).slice(0, shown);
}

/** The hint after those that were shown, which from now on counts as shown; `undefined` when all were. */
export async function nextHint(root: string, kata: Kata): Promise<Hint | undefined> {
  const shown = (await shownHints(root, kata)).length;
  const next = (await readHints(kata))[shown];
  if (next) recordHints(root, kata, shown + 1);
  return next;
}

/** Every hint; from now on all count as shown. */
export async function allHints(root: string, kata: Kata): Promise<Hint[]> {
  const hints = await readHints(kata);
  recordHints(root, kata, hints.length);
  return hints;
}

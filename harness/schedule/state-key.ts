import { createHash } from 'node:crypto';
import type { View } from './identities.ts';
import type { Mark } from './operation.ts';
import type { SharedFiles } from './shared-files.ts';

/** Where everything stands in a run. */
export interface RunState {
  /** For each process, in the order of the run, where it stands in each view. */
  standing: readonly (readonly unknown[])[];
  files: SharedFiles;
  /** All marks so far, and the position of whoever made them. */
  marks: readonly { process: number; mark: Mark }[];
  crashesLeft: number;
  /** Who goes on unless somebody else preempts; undefined where anybody may. */
  running: number | undefined;
}

/** Names that programs draw: they are told apart, and nothing else depends on them. */
const DRAWN = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/g;

/** The same for two states only when what can still happen is the same, but for who is who where that makes no difference. */
export function stateKey(views: readonly View[], state: RunState): string {
  const [first = '', ...others] = views.map((view, index) => textIn(view, index, state));
  // Whichever comes first among the texts of all views is the same for all states that differ in who is who.
  return createHash('sha1')
    .update(others.reduce((least, text) => (text < least ? text : least), first))
    .digest('base64');
}

function textIn(view: View, index: number, { standing, files, marks, crashesLeft, running }: RunState): string {
  const inPlace: unknown[] = [];
  for (const [position, views] of standing.entries()) {
    inPlace[view.places[position] ?? position] = views[index];
  }

  const made = marks.map(({ process, mark }) => [view.places[process], view.same(JSON.stringify(mark))]);
  const next = running === undefined ? null : view.places[running];
  return withoutDrawn(JSON.stringify([inPlace, filesIn(view, files), made, crashesLeft, next]));
}

/** Paths and contents as they are in a view, in an order of its own, in which drawn names have no part. */
export function filesIn({ same }: View, files: SharedFiles): string[] {
  const shown = Object.entries(files).map((file) => same(JSON.stringify(file)));
  const inOrder = shown.map((text) => ({ text, order: text.replaceAll(DRAWN, '') }));
  return inOrder.toSorted((one, other) => compare(one.order, other.order)).map(({ text }) => text);
}

function compare(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}

function withoutDrawn(text: string): string {
  const numbers = new Map<string, string>();
  return text.replaceAll(DRAWN, (drawn) => {
    const number = numbers.get(drawn) ?? `<drawn ${numbers.size}>`;
    numbers.set(drawn, number);
    return number;
  });
}

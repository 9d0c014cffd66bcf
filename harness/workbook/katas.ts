import path from 'node:path';
import { parseBrief } from './brief.ts';
import { listIfThere, readTextIfThere } from './optional-files.ts';

/** A kata on disk. */
export interface Kata {
  /** The folder's name, e.g. `05-join`. */
  id: string;
  number: number;
  /** The part after the number, e.g. `join`. */
  name: string;
  /** From the brief's first line; the name when the brief does not say. */
  title: string;
  /** Absolute path of `katas/<id>`. */
  directory: string;
  /** Absolute path of `solutions/<id>`. */
  solution: string;
  /** File name of the stub, e.g. `join.ts`. */
  stub: string;
  /** File name of the test, e.g. `join.test.ts`. */
  test: string;
  /** Name of the diagnosis that the untouched stub gets; absent when the brief does not name exactly one. */
  firstFailure: string | undefined;
}

/** The names that folders of katas have: two digits or more, and a name that starts with a letter. */
export const KATA_FOLDER = /^(\d{2,})-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/;

/** Every kata of a workbook in the order of their numbers, also one that is not whole: `checkKata` says what it lacks. */
export async function findKatas(root: string): Promise<Kata[]> {
  const folders = (await listIfThere(path.join(root, 'katas'))).filter((entry) => entry.isDirectory());
  const katas = await Promise.all(folders.map(({ name }) => readKata(root, name)));
  return katas.filter((kata) => kata !== undefined).sort((a, b) => a.number - b.number);
}

async function readKata(root: string, id: string): Promise<Kata | undefined> {
  const [, number, name] = KATA_FOLDER.exec(id) ?? [];
  if (number === undefined || name === undefined) return undefined;

  const directory = path.join(root, 'katas', id);
  const entries = await listIfThere(directory);
  const test = entries.find((entry) => entry.name.endsWith('.test.ts'))?.name ?? `${name}.test.ts`;
  const brief = parseBrief((await readTextIfThere(path.join(directory, 'README.md'))) ?? '');
  return {
    id,
    number: Number(number),
    name,
    title: brief.heading?.title ?? name,
    directory,
    solution: path.join(root, 'solutions', id),
    stub: test.replace(/\.test\.ts$/, '.ts'),
    test,
    firstFailure: brief.firstFailures.length === 1 ? brief.firstFailures[0] : undefined,
  };
}

/** Path of the copy of the stub that nobody edits, from which `reset` restores it. */
export function pristineStub(kata: Kata): string {
  return path.join(kata.solution, 'stub', kata.stub);
}

/** Names of a kata's scenarios, without `.ts`. */
export async function scenarioNames(kata: Kata): Promise<string[]> {
  const entries = await listIfThere(path.join(kata.directory, 'scenarios'));
  return entries
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith('.ts'))
    .map(({ name }) => name.slice(0, -3));
}

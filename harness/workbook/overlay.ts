import { copyFile, mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { answerFiles } from './answer-files.ts';
import { givenFiles } from './given-files.ts';
import { type Kata, pristineStub, scenarioNames } from './katas.ts';
import { isAbsence } from './optional-files.ts';
import { UsageError } from './usage-error.ts';

/** An answer to be judged. */
export interface OverlayEntry {
  kata: Kata;
  /** Tells it from the other entries; part of its folder's name, `katas/05-join~serial`. */
  label: string;
  /** The stub as it is given; or every .ts file at the top of a folder but tests and backups; or one file, whatever its name, as the stub. */
  files: 'pristine stub' | { directory: string } | { file: string };
}

/** A workbook in which other answers stand where the learner's would. */
export interface Overlay {
  /** Absolute and real: the root to run Vitest in. */
  directory: string;
  /** Absolute path of each entry's test file, by label. */
  testFiles: Map<string, string>;
  remove(): Promise<void>;
}

const LINKED = ['harness', 'node_modules', 'package.json', 'tsconfig.json', 'vitest.config.ts'];

/**
 * Makes a folder in which each entry's answer lies over a copy of its kata, beside links to the real harness, packages and settings. Test,
 * scenarios and given files are the workbook's; of the learner's own answer nothing is in it.
 *
 * @param root the workbook's root
 * @param parentDirectory where the folder is made
 * @throws UsageError when an entry's folder has no answer to its kata; nothing is left behind then
 */
export async function createOverlay(
  root: string,
  entries: readonly OverlayEntry[],
  parentDirectory: string,
): Promise<Overlay> {
  const directory = await realpath(await mkdtemp(path.join(parentDirectory, 'workbook-')));
  // rm(3) unlinks a symbolic link and does not follow it.
  const remove = () => rm(directory, { recursive: true, force: true });
  try {
    await Promise.all(LINKED.map((name) => linkIfThere(path.join(root, name), path.join(directory, name))));
    const testFiles = new Map<string, string>();
    for (const entry of entries) {
      if (testFiles.has(entry.label)) throw new Error(`Two entries of one overlay have the label '${entry.label}'.`);
      const folder = await takeFolder(path.join(directory, 'katas'), entry);
      await copyFiles(await filesOf(entry), folder);
      testFiles.set(entry.label, path.join(folder, entry.kata.test));
    }
    return { directory, testFiles, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function linkIfThere(target: string, link: string): Promise<void> {
  try {
    await symlink(await realpath(target), link);
  } catch (error) {
    if (!isAbsence(error)) throw error;
  }
}

async function takeFolder(katas: string, { kata, label }: OverlayEntry): Promise<string> {
  // What is not a letter or a digit may mean something to a shell, a glob or a URL.
  const name = label.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 60);
  await mkdir(katas, { recursive: true });
  for (let number = 1; ; number += 1) {
    const folder = path.join(katas, `${kata.id}~${name}${number === 1 ? '' : `~${number}`}`);
    try {
      await mkdir(folder);
      return folder;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

/** Where each file of the folder comes from, by its path in the folder. */
async function filesOf({ kata, files }: OverlayEntry): Promise<Map<string, string>> {
  const scenarios = await scenarioNames(kata);
  const workbooks = [kata.test, ...(await givenFiles(kata)), ...scenarios.map((name) => `scenarios/${name}.ts`)];
  const sources = new Map(workbooks.map((name) => [name, path.join(kata.directory, name)]));
  if (files === 'pristine stub') return sources.set(kata.stub, pristineStub(kata));
  if ('file' in files) return sources.set(kata.stub, files.file);

  const names = await answerFiles(files.directory);
  if (!names.includes(kata.stub)) {
    const found = names.length === 0 ? 'no .ts file' : names.join(', ');
    throw new UsageError(`An answer to ${kata.id} is a file ${kata.stub}. In ${files.directory} there is ${found}.`);
  }
  for (const name of names) sources.set(name, path.join(files.directory, name));
  return sources;
}

async function copyFiles(sources: Map<string, string>, folder: string): Promise<void> {
  for (const [name, source] of sources) {
    const copy = path.join(folder, name);
    await mkdir(path.dirname(copy), { recursive: true });
    await copyFile(source, copy);
  }
}

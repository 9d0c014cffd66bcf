import path from 'node:path';
import { isBackup } from './answer-files.ts';
import { givenFiles } from './given-files.ts';
import type { Kata } from './katas.ts';
import { listIfThere } from './optional-files.ts';

/** Files and folders of a kata and its solution that fit no role: a sentence each. */
export async function findStrays(kata: Kata): Promise<string[]> {
  const atTop = ['README.md', 'hints.md', kata.stub, ...(await givenFiles(kata))];
  const places: Place[] = [
    {
      folder: `katas/${kata.id}`,
      directory: kata.directory,
      folders: ['scenarios'],
      // How many tests there may be is another check's concern.
      fits: (name) => atTop.includes(name) || name.endsWith('.test.ts') || isBackup(name),
      rule: 'neither brief, stub, test, scenario nor given file names it',
    },
    {
      folder: `katas/${kata.id}/scenarios`,
      directory: path.join(kata.directory, 'scenarios'),
      fits: isAnswerFile,
      rule: 'a scenario is one .ts file',
    },
    {
      folder: `solutions/${kata.id}`,
      directory: kata.solution,
      folders: ['stub', 'alternatives', 'mistakes'],
      fits: (name) => name === 'README.md' || isAnswerFile(name),
      rule: 'here are README.md, the .ts files of the reference, stub, alternatives and mistakes',
    },
    {
      folder: `solutions/${kata.id}/stub`,
      directory: path.join(kata.solution, 'stub'),
      fits: (name) => name === kata.stub,
      rule: `here is ${kata.stub}`,
    },
    ...(await placesOfAnswers(kata, 'alternatives')),
    ...(await placesOfAnswers(kata, 'mistakes')),
  ];
  return (await Promise.all(places.map(straysIn))).flat();
}

interface Place {
  /** As a reader knows it, from the workbook's root. */
  folder: string;
  directory: string;
  /** Names of the folders that may be in it. */
  folders?: string[];
  /** Whether a file of this name may be in it. */
  fits: (name: string) => boolean;
  rule: string;
}

const isAnswerFile = (name: string) => name.endsWith('.ts') && !name.endsWith('.test.ts');

async function placesOfAnswers(kata: Kata, kind: 'alternatives' | 'mistakes'): Promise<Place[]> {
  const directory = path.join(kata.solution, kind);
  const answers = (await listIfThere(directory)).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const folder = `solutions/${kata.id}/${kind}`;
  const rule = 'an answer is a folder of .ts files';
  return [
    { folder, directory, folders: answers, fits: () => false, rule },
    ...answers.map((name) => ({
      folder: `${folder}/${name}`,
      directory: path.join(directory, name),
      fits: isAnswerFile,
      rule,
    })),
  ];
}

async function straysIn({ folder, directory, folders = [], fits, rule }: Place): Promise<string[]> {
  return (await listIfThere(directory))
    .filter((entry) => (entry.isDirectory() ? !folders.includes(entry.name) : !fits(entry.name)))
    .map(({ name }) => `${folder}/${name} has no role: ${rule}`);
}

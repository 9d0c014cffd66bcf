import path from 'node:path';
import { isBackup } from './answer-files.ts';
import { type Kata, pristineStub, scenarioNames } from './katas.ts';
import { listIfThere, readTextIfThere } from './optional-files.ts';

/**
 * Names of the files that a kata gives the learner besides brief, hints, stub and test, e.g. `task.ts`: those that the brief, the pristine
 * stub, the test, a scenario or another given file names. A file that none of them names is the learner's own, or stray.
 */
export async function givenFiles(kata: Kata): Promise<string[]> {
  const candidates = (await listIfThere(kata.directory))
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => !['README.md', 'hints.md', kata.stub, kata.test].includes(name) && !isBackup(name));

  const given = new Set<string>();
  const unread = await filesOfTheKata(kata);
  for (let file = unread.pop(); file !== undefined; file = unread.pop()) {
    const text = (await readTextIfThere(file)) ?? '';
    for (const name of candidates.filter((candidate) => !given.has(candidate) && names(text, candidate))) {
      given.add(name);
      unread.push(path.join(kata.directory, name));
    }
  }
  return [...given].sort();
}

async function filesOfTheKata(kata: Kata): Promise<string[]> {
  return [
    path.join(kata.directory, 'README.md'),
    path.join(kata.directory, kata.test),
    // The learner's version may import files of their own.
    pristineStub(kata),
    ...(await scenarioNames(kata)).map((name) => path.join(kata.directory, 'scenarios', `${name}.ts`)),
  ];
}

// `run-task.ts` does not name `task.ts`.
function names(text: string, fileName: string): boolean {
  const literal = fileName.replaceAll(/[^\w]/g, '\\$&');
  return new RegExp(`(?<![\\w.-])${literal}(?!\\w)`).test(text);
}

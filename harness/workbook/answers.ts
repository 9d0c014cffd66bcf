import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { answerFiles } from './answer-files.ts';
import type { Kata } from './katas.ts';
import { type MistakeClaim, parseMistake } from './mistake.ts';
import { listIfThere, readTextIfThere } from './optional-files.ts';

/** An answer that the workbook itself holds. */
export interface Answer {
  /** The folder's name, e.g. `serial`; `reference` for the reference. */
  name: string;
  /** Absolute path of the folder at whose top the answer's .ts files stand. */
  directory: string;
}

/** A wrong answer, and what it says of itself. */
export interface Mistake extends Answer, MistakeClaim {}

export interface Answers {
  reference: Answer | undefined;
  /** Other right answers. */
  alternatives: Answer[];
  mistakes: Mistake[];
  /** In words, what keeps a folder of the solution from being one of the above. */
  problems: string[];
}

/** The answers in a kata's folder of solutions. One that is not whole is left out and is among the problems. */
export async function readAnswers(kata: Kata): Promise<Answers> {
  const problems: string[] = [];
  const withStub = async (name: string, folder: string): Promise<Answer[]> => {
    const directory = path.join(kata.solution, folder);
    if ((await answerFiles(directory)).includes(kata.stub)) return [{ name, directory }];
    problems.push(`solutions/${path.posix.join(kata.id, folder, kata.stub)} is missing`);
    return [];
  };
  const inFolder = async (folder: string): Promise<Answer[]> => {
    const entries = (await listIfThere(path.join(kata.solution, folder))).filter((entry) => entry.isDirectory());
    return (await Promise.all(entries.map(({ name }) => withStub(name, `${folder}/${name}`)))).flat();
  };

  const [reference] = await withStub('reference', '');
  const alternatives = await inFolder('alternatives');
  const mistakes: Mistake[] = [];
  for (const answer of await inFolder('mistakes')) {
    const { claim, rejectedBy, diagnosis } = parseMistake(
      (await readTextIfThere(path.join(answer.directory, kata.stub))) ?? '',
    );
    if (claim && rejectedBy && diagnosis) mistakes.push({ ...answer, claim, rejectedBy, diagnosis });
    else problems.push(incomplete(kata, answer, { claim, rejectedBy, diagnosis }));
  }
  return { reference, alternatives, mistakes, problems };
}

function incomplete(
  kata: Kata,
  { name }: Answer,
  { claim, rejectedBy, diagnosis }: Record<keyof MistakeClaim, string | undefined>,
) {
  const missing = [
    ...(claim ? [] : ['what the mistake is']),
    ...(rejectedBy ? [] : ['@rejectedBy <exact test name>']),
    ...(diagnosis ? [] : ['@diagnosis <name>']),
  ];
  return `solutions/${kata.id}/mistakes/${name}/${kata.stub} must begin with a docstring that says ${missing.join(' and ')}`;
}

/**
 * Tells one state of the learner's answer from every other: SHA-256, in hexadecimal, over the names and contents of the .ts files at the top of the
 * kata's folder, without its test and without backups.
 */
export async function answerDigest(kata: Kata): Promise<string> {
  const hash = createHash('sha256');
  for (const name of await answerFiles(kata.directory)) {
    const content = await readFile(path.join(kata.directory, name));
    // With lengths, so that no two sets of files make the same sequence of bytes.
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

import { execa } from 'execa';
import { checkKata } from '../workbook/check.ts';
import type { Kata } from '../workbook/katas.ts';
import { type Check, checkThat } from './check.ts';

/** A kata's metadata, brief, hints and folders are whole. */
export async function checkStructure(root: string, kata: Kata): Promise<Check> {
  const problems = await checkKata(kata);
  const counted = (await isEdited(root, kata)) ? problems.filter((problem) => !problem.includes(DIFFERS)) : problems;
  return checkThat(`${kata.id}: the folders are whole`, counted.length === 0 ? undefined : counted.join('\n'));
}

/** How checkKata begins what it says of a stub that is not the pristine one. */
const DIFFERS = ' differs from ';

/**
 * Whether somebody works on the kata: the stub in its place is not the committed one. Then it is an answer, and the stub is
 * judged by its pristine copy.
 */
async function isEdited(root: string, { directory, stub }: Kata): Promise<boolean> {
  const { exitCode } = await execa('git', ['diff', '--quiet', 'HEAD', '--', `${directory}/${stub}`], {
    cwd: root,
    reject: false,
  });
  // 128: no repository here (a copy without its history), so nobody can tell.
  return exitCode === 1 || exitCode === 128;
}

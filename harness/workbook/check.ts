import path from 'node:path';
import { readAnswers } from './answers.ts';
import { LONGEST_BRIEF_LINES, parseBrief } from './brief.ts';
import { readHints } from './hints.ts';
import { KATA_FOLDER, type Kata, pristineStub, scenarioNames } from './katas.ts';
import { listIfThere, readTextIfThere } from './optional-files.ts';
import { findStrays } from './strays.ts';

/** What keeps the folders of a workbook from being katas and their solutions: a sentence a problem, none when all is well. */
export async function checkWorkbook(root: string, katas: readonly Kata[]): Promise<string[]> {
  const strays = async (folder: 'katas' | 'solutions') =>
    (await listIfThere(path.join(root, folder)))
      .filter(({ name }) => !katas.some(({ id }) => id === name))
      .map(({ name }) => `${folder}/${name} ${KATA_FOLDER.test(name) ? 'has no kata' : 'is not named like 05-join'}`);
  const twice = katas
    .filter(({ number }, index) => katas.findIndex((kata) => kata.number === number) < index)
    .map(({ id, number }) => `katas/${id}: another kata has the number ${number} too`);
  return [...(await strays('katas')), ...(await strays('solutions')), ...twice];
}

/** What keeps a kata from being whole: a sentence a problem, with the file's path; none when all is well. */
export async function checkKata(kata: Kata): Promise<string[]> {
  const checks = [checkBrief, checkHints, checkStub, checkScenarios, checkSolution, findStrays];
  return (await Promise.all(checks.map((check) => check(kata)))).flat();
}

async function checkBrief(kata: Kata): Promise<string[]> {
  const file = `katas/${kata.id}/README.md`;
  const text = await readTextIfThere(path.join(kata.directory, 'README.md'));
  if (text === undefined) return [`${file}, the brief, is missing`];

  const problems: string[] = [];
  const { heading, firstFailures, lines } = parseBrief(text);
  if (heading?.number !== kata.number || heading.name !== kata.name) {
    problems.push(`${file} must begin with the line '# ${kata.id.replace('-', ' · ')}: <title>'`);
  }
  if (firstFailures.length !== 1) {
    problems.push(
      `${file} must have one line that begins with 'The untouched stub fails with' and names the diagnosis like ` +
        `\`[not-written-yet]\`; it names ${firstFailures.length}`,
    );
  }
  if (lines > LONGEST_BRIEF_LINES) {
    problems.push(`${file} has ${lines} lines: a brief is one screen, ${LONGEST_BRIEF_LINES} lines at most`);
  }
  return problems;
}

async function checkHints(kata: Kata): Promise<string[]> {
  const hints = await readHints(kata);
  const isWhole = hints.map(({ step }) => step).join() === '1,2,3' && hints.every(({ text }) => text !== '');
  return isWhole
    ? []
    : [`katas/${kata.id}/hints.md must have three steps, under the headings '## 1', '## 2' and '## 3'`];
}

async function checkStub(kata: Kata): Promise<string[]> {
  const [stubFile, pristineFile] = [`katas/${kata.id}/${kata.stub}`, `solutions/${kata.id}/stub/${kata.stub}`];
  const tests = (await listIfThere(kata.directory)).filter(({ name }) => name.endsWith('.test.ts'));
  const stub = await readTextIfThere(path.join(kata.directory, kata.stub));
  const pristine = await readTextIfThere(pristineStub(kata));
  const problems: string[] = [];
  if (tests.length !== 1) problems.push(`katas/${kata.id} must have one test file; it has ${tests.length}`);
  if (stub === undefined) problems.push(`${stubFile}, the stub, is missing`);
  if (pristine === undefined) problems.push(`${pristineFile}, the copy for npm run reset, is missing`);
  if (stub !== undefined && pristine !== undefined && stub !== pristine) {
    problems.push(`${stubFile} differs from ${pristineFile}: npm run reset ${kata.id}, or bring the copy up to date`);
  }
  return problems;
}

async function checkScenarios(kata: Kata): Promise<string[]> {
  const names = await scenarioNames(kata);
  const read = async (file: string) => (await readTextIfThere(path.join(kata.directory, file))) ?? '';
  const test = await read(kata.test);
  const scenarios = await Promise.all(names.map((name) => read(`scenarios/${name}.ts`)));
  // Several scenarios may share a module of tasks.
  const isUsed = (name: string) => isQuoted(test, name) || scenarios.some((source) => isQuoted(source, `./${name}.ts`));
  return names
    .filter((name) => !isUsed(name))
    .map((name) => `katas/${kata.id}/scenarios/${name}.ts is never played: ${kata.test} does not hold '${name}'`);
}

function isQuoted(source: string, text: string): boolean {
  return ["'", '"', '`'].some((quote) => source.includes(quote + text + quote));
}

async function checkSolution(kata: Kata): Promise<string[]> {
  const { alternatives, mistakes, problems } = await readAnswers(kata);
  const explanation = await readTextIfThere(path.join(kata.solution, 'README.md'));
  if (explanation === undefined) problems.push(`solutions/${kata.id}/README.md, the explanation, is missing`);
  if (alternatives.length === 0) problems.push(`solutions/${kata.id}/alternatives must hold another right answer`);
  if (mistakes.length === 0) problems.push(`solutions/${kata.id}/mistakes must hold a wrong answer`);
  return problems;
}

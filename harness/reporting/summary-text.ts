import type { TestRunEndReason } from 'vitest/node';
import { hint, testAgain } from './diagnosis.ts';
import { kataOf, type TestOutcome } from './outcome.ts';
import { readStubName } from './stub.ts';
import { describeTallies } from './tally.ts';
import { type Format, painter, type TextStyle, tame, wrapText } from './text.ts';

const SIGNS: Record<TestOutcome['state'], { picture: string; ascii: string; colour: Format }> = {
  passed: { picture: '✓', ascii: '+', colour: 'green' },
  failed: { picture: '✗', ascii: 'x', colour: 'red' },
  skipped: { picture: '·', ascii: '.', colour: 'dim' },
};

/** What is faster needs no time beside it: most tests wait for some processes to start. */
const SLOW_MS = 5_000;

/** One test in one line. */
export function renderLine({ state, name, note, remarks = [], durationMs }: TestOutcome, style: TextStyle): string {
  const paint = painter(style.colour);
  const { picture, ascii, colour } = SIGNS[state];
  const last = state === 'skipped' ? `  skipped${note ? `: ${note}` : ''}` : slow(durationMs);
  const beside = `${remarks.map((remark) => `  ${tame(remark, style.ascii)}`).join('')}${last}`;
  return `  ${paint(colour, style.ascii ? ascii : picture)} ${tame(name, style.ascii)}${paint('dim', beside)}`;
}

function slow(durationMs: number): string {
  return durationMs < SLOW_MS ? '' : `  ${(durationMs / 1000).toFixed(0)} s`;
}

/** The failures that are not shown in full: a line each, with the name of the diagnosis. */
export function renderOthers(others: readonly TestOutcome[], style: TextStyle): string {
  const paint = painter(style.colour);
  const lines = others.map((outcome) => {
    const tag = paint('dim', `[${outcome.verdict?.diagnosis}]`);
    return `${renderLine({ ...outcome, remarks: [], durationMs: 0 }, style)}  ${tag}`;
  });
  return ['Failing as well:', '', ...lines].join('\n');
}

/** For an answer that has not been begun, or of which a part has not: the same said once, not once a test. */
export function renderUnwritten(outcomes: readonly TestOutcome[], style: TextStyle): string {
  const paint = painter(style.colour);
  const failed = outcomes.filter(({ state }) => state === 'failed');
  const kata = kataOf(failed[0]?.folder ?? '');
  const site = failed.find(({ verdict }) => verdict?.site)?.verdict?.site;
  const names = [...new Set(failed.flatMap(nameUnwritten))];
  const what = names.length === 0 ? 'a part' : new Intl.ListFormat('en').format(names);
  const sentences = [
    `${failed.length} of ${outcomes.length} tests ${failed.length === 1 ? 'fails' : 'fail'} for one reason: ${what} ${names.length > 1 ? 'are' : 'is'} not written yet.`,
    ...(failed.length > outcomes.length / 2 ? ['That is how every kata begins.'] : []),
    `The brief is katas/${kata}/README.md; your code goes into ${site?.file ?? 'the stub beside it'}.`,
  ];
  return [...wrapText(sentences.join(' '), style.width ?? 80), `next: ${paint('bold', hint(kata))}`].join('\n');
}

function nameUnwritten({ runs = [], verdict }: TestOutcome): string[] {
  const name = readStubName({ runs, error: { message: verdict?.saw ?? '' } });
  return name ? [name] : [];
}

/** The last lines: how many pass, and what to type next. */
export function renderClosing(
  outcomes: readonly TestOutcome[],
  reason: TestRunEndReason,
  style: TextStyle & { all?: boolean },
): string {
  const paint = painter(style.colour);
  const passed = outcomes.filter(({ state }) => state === 'passed').length;
  const failed = outcomes.filter(({ state }) => state === 'failed');
  const skipped = outcomes.length - passed - failed.length;
  if (reason === 'interrupted') {
    return `Interrupted: ${passed} passed and ${failed.length} failed so far.`;
  }

  if (outcomes.length === 0) {
    return 'No test was run.';
  }

  const beside = skipped === 0 ? '' : `, ${skipped} skipped`;
  const counted = describeTallies(outcomes).map((sentence) => `\n${tame(sentence, style.ascii)}`);
  if (failed.length === 0) {
    const all = passed === 1 ? 'The only test passes' : `All ${passed} tests pass`;
    return [paint('green', `${all}${beside}.`), ...counted].join('');
  }

  const again = testAgain(kataOf(failed[0]?.folder ?? ''));
  const inFull =
    failed.length > 1 && style.all !== true ? `    all failures: ${paint('bold', `${again} -- --all`)}` : '';
  return `${passed} of ${outcomes.length} tests pass${beside}.${counted.join('')}\nagain: ${paint('bold', again)}${inFull}`;
}

import type { TestEvidence } from './diagnosis.ts';

/** What a stub throws: `join is not written yet: npm run hint 05`. */
const PHRASE = /(?:^|[\s:"'`])(?:([\w$.]+)(?:\(\))? (?:in [\w./-]+ )?)?is not written yet/;

/**
 * Name of the function whose stub was called in a test's runs: from an uncaught error, from what a scenario caught and put into
 * a mark, or from the test's own error. Empty when the stub gives none; `undefined` when no stub was called.
 */
export function readStubName({ error, runs }: Pick<TestEvidence, 'runs'> & Partial<TestEvidence>): string | undefined {
  const marks = runs.flatMap(({ events }) => events.flatMap((event) => (event.type === 'mark' ? [event.data] : [])));
  const texts = [
    ...runs.map(({ stderr }) => stderr),
    ...marks.map((data) => JSON.stringify(data) ?? ''),
    ...(error === undefined ? [] : [error.saw ?? '', error.diff ?? '', error.message]),
  ];
  for (const text of texts) {
    const match = PHRASE.exec(text);
    if (match !== null) {
      return match[1] ?? '';
    }
  }

  return undefined;
}

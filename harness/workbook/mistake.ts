/** What the docstring at the top of a wrong answer says about it. */
export interface MistakeClaim {
  /** What the mistake is, in words. */
  claim: string;
  /** Exact name of the test that must reject it. */
  rejectedBy: string;
  /** Name of the diagnosis that it must get. */
  diagnosis: string;
}

const DOCSTRING = /^\s*\/\*\*([\s\S]*?)\*\//;

/**
 * Reads the docstring that begins a wrong answer: what the mistake is, and as its last lines `@rejectedBy <test name>` and
 * `@diagnosis <name>`. What is missing is absent in the answer.
 */
export function parseMistake(source: string): Partial<MistakeClaim> {
  const [, docstring = ''] = DOCSTRING.exec(source) ?? [];
  const lines = docstring.split(/\r?\n/).map((line) => line.replace(/^\s*\* ?/, '').trim());
  const firstTag = lines.findIndex((line) => line.startsWith('@'));
  const claim = lines
    .slice(0, firstTag === -1 ? lines.length : firstTag)
    .join('\n')
    .trim();
  return {
    ...(claim && { claim }),
    ...tagged(lines, 'rejectedBy'),
    ...tagged(lines, 'diagnosis'),
  };
}

function tagged(lines: string[], tag: 'rejectedBy' | 'diagnosis'): Partial<MistakeClaim> {
  const value = lines
    .find((line) => line.startsWith(`@${tag} `))
    ?.slice(tag.length + 1)
    .trim();
  return value ? { [tag]: value } : {};
}

import { stripVTControlCharacters } from 'node:util';

/** What an assertion compared, in words. */
export interface Comparison {
  expected?: string;
  saw?: string;
  diff?: string;
}

/** Two lines of text: longer values are shown as a comparison line by line. */
const LONGEST = 132;
/** `expected <value> to be <other>`; the value may be shortened by chai. */
const CHAI_MESSAGE = /^expected ([\s\S]*?) ((?:not )?to [\s\S]*)$/;
/** Matchers that compare two values, so that both can be shown as they are. */
const TWO_VALUES =
  /^to (?:equal|deeply equal|strictly equal|match object|be (?!truthy|falsy|defined|greater|less|close|an? |one of)) ?/;

/**
 * What an assertion of Vitest expected and saw.
 * @param error its error after serialisation: `expected` and `actual` are texts as pretty-format prints them
 */
export function readAssertion(error: Record<string, unknown>, message: string): Comparison {
  const { expected, actual, operator, diff } = error;
  const [, value, claim] = CHAI_MESSAGE.exec(message) ?? [];
  const areTexts = typeof expected === 'string' && typeof actual === 'string';
  // A matcher of our own says both in words; Vitest's own compares, but for a length, which it calls what it got.
  const inWords = operator === undefined && !claim?.includes(' but got ');
  if (areTexts && (inWords || (claim !== undefined && TWO_VALUES.test(claim)))) {
    return compare(expected, actual, diff);
  }

  if (value !== undefined && claim !== undefined) {
    // The rest says again what was seen, or what it means in JavaScript.
    const [wanted = claim] = claim.split(/ but got | \/\/ |\n/);
    return {
      expected: wanted.replace(/^to be /, ''),
      saw: typeof actual === 'string' ? toOneLine(actual) : value,
    };
  }

  return {};
}

function compare(expected: string, actual: string, diff: unknown): Comparison {
  const one = toOneLine(expected);
  const other = toOneLine(actual);
  const isShort = Math.max(one.length, other.length) <= LONGEST && !`${one}${other}`.includes('\n');
  if ((isShort && one !== other) || typeof diff !== 'string' || diff === '') {
    return { expected: one, saw: other };
  }

  // It begins with a legend and an empty line, and numbers its lines as in a file.
  const lines = stripVTControlCharacters(diff).split('\n');
  return {
    diff: lines
      .slice(lines.indexOf('') + 1)
      .filter((line) => !/^@@ .* @@$/.test(line))
      .join('\n'),
  };
}

/** Puts an array or an object that pretty-format spread over lines on one, and writes it as a program would. */
function toOneLine(printed: string): string {
  return /^(?:\w+ )?[[{]/.test(printed)
    ? printed
        .replace(/\n\s*/g, ' ')
        .replace(/,( [\]}])/g, '$1')
        .replace(/([[{,] ?)"([A-Za-z_$][\w$]*)": /g, '$1$2: ')
        .replace(/\[ /g, '[')
        .replace(/ \]/g, ']')
    : printed;
}

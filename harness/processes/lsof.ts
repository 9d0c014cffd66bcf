import { runSystemProgram, SystemProgramError } from './system-program.ts';

const CONTROL_CHARACTERS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/**
 * Current working directories by pid, from `lsof(8)`. A process whose directory may not be seen is not among them, and none is
 * where lsof is not installed.
 */
export async function readWorkingDirectories(pids: readonly number[]): Promise<Map<number, string>> {
  try {
    // -a: both conditions; -w: no warnings; -F0ptn: pid, type and name, each a field that NUL ends. Its exit status is 1 as
    // soon as one pid is gone, so it says nothing.
    const { stdout } = await runSystemProgram('lsof', ['-w', '-a', '-d', 'cwd', '-p', pids.join(','), '-F0ptn']);
    return parseDirectories(stdout);
  } catch (error) {
    if (error instanceof SystemProgramError && error.code === 'missing') {
      return new Map();
    }
    throw error;
  }
}

function parseDirectories(output: string): Map<number, string> {
  const directories = new Map<number, string>();
  let pid = Number.NaN;
  let type = '';
  // A field is one letter that says which, and its value; a line break follows the last field of a set.
  for (const field of output.split(/\0\n?/)) {
    const value = field.slice(1);
    if (field.startsWith('p')) {
      pid = Number(value);
    } else if (field.startsWith('t')) {
      type = value;
    } else if (field.startsWith('n') && type === 'DIR') {
      directories.set(pid, unescapePath(value));
    }
  }
  return directories;
}

// In the C locale lsof writes \n and its like, \x and two digits for each byte outside ASCII, and \\ for a backslash.
// (Other control characters come as ^A, which a path may hold itself: they stay as they are.)
function unescapePath(text: string): string {
  return text.replace(/\\([\\bfnrt])|(?:\\x[0-9a-f]{2})+/g, (escaped, letter: string | undefined) => {
    if (letter === undefined) {
      return Buffer.from(escaped.replaceAll('\\x', ''), 'hex').toString();
    }
    return CONTROL_CHARACTERS[letter] ?? letter;
  });
}

import { readFileSync } from 'node:fs';

/** What tells a process of this run from others, and is another one in each: it does not make two runs different. */
export interface Identity {
  name: string;
  pid: number;
  /** Since the system started, clock ticks (proc_pid_stat(5)); undefined where there is no procfs. */
  startTicks: string | undefined;
}

export function startTicksOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/**
 * Makes of a text one in which the processes are called by their names, and the directory of the run has none: the same of what
 * processes wrote in two runs in which they did the same.
 */
export function withoutIdentities(directory: string, identities: readonly Identity[]): (text: string) => string {
  return replacing(
    directory,
    identities.flatMap(({ name, pid, startTicks }) => signsOf({ name, pid, startTicks }, name)),
  );
}

/** One way of saying who is who: each process has the place, and the name, of one of them. */
export interface View {
  /** By position in the run, the position that the process has in this view. */
  places: readonly number[];
  /** Makes of a text what it is in this view; only once. */
  same: (text: string) => string;
}

/**
 * The views of a run: the one in which everybody is who he is; and all others, too, where the processes are alike, so that it makes no
 * difference who is who.
 */
export function viewsOf(directory: string, identities: readonly Identity[], areAlike: boolean): View[] {
  const asTheyAre = identities.map((_, position) => position);
  if (!areAlike) {
    return [{ places: asTheyAre, same: withoutIdentities(directory, identities) }];
  }

  return permutationsOf(asTheyAre).map((places) => {
    const signs = identities.flatMap((identity, position) => {
      const { name = '' } = identities[places[position] ?? position] ?? {};
      // What it wrote of itself may hold its name as well as its pid.
      return [...signsOf(identity, name), [identity.name, name] as const];
    });
    return { places, same: replacing(directory, signs) };
  });
}

/** What stands for a process in what is written, each with what it is called by. */
function signsOf({ pid, startTicks }: Identity, name: string): (readonly [string, string])[] {
  return [
    ...(startTicks === undefined ? [] : [[startTicks, `<start of ${name}>`] as const]),
    [String(pid), `<${name}>`] as const,
  ];
}

function replacing(directory: string, signs: readonly (readonly [string, string])[]): (text: string) => string {
  const words = new Map(signs);
  const any = [...words.keys()].map(escapeForPattern).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}_])`, 'gu');
  return (text) => text.replaceAll(directory, '.').replaceAll(pattern, (word) => words.get(word) ?? word);
}

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function permutationsOf(items: readonly number[]): number[][] {
  return items.length === 0
    ? [[]]
    : items.flatMap((first) =>
        permutationsOf(items.filter((item) => item !== first)).map((others) => [first, ...others]),
      );
}

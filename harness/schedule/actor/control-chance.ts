// Makes chance repeat itself: in each run a program draws the same numbers in the same order, so that the order of steps alone decides
// what it does. Every process draws others.
import crypto, { createHash } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { fractions } from '../random-numbers.ts';
import { turns } from './turns.ts';

type Call = (...args: never[]) => unknown;

let next = Math.random;

/** The numbers that the process of this name draws in a run. */
export function beginChance(process: string): void {
  next = fractions(createHash('sha1').update(process).digest().readUInt32BE());
}

/**
 * From now on. What is left to the system: functions with a callback, and the names of temporary directories that mkdtemp(3) makes up.
 */
export function controlChance(): void {
  whileRunning(Math, 'random', () => next());
  whileRunning(crypto, 'randomBytes', (size: number) => fill(Buffer.alloc(size)));
  whileRunning(crypto, 'randomFillSync', fill);
  whileRunning(crypto, 'randomInt', integer);
  whileRunning(crypto, 'randomUUID', uuid);
  const web = Object.getPrototypeOf(globalThis.crypto) as typeof globalThis.crypto;
  whileRunning(web, 'randomUUID', uuid);
  whileRunning(web, 'getRandomValues', fill);
  // What was imported by name follows.
  syncBuiltinESMExports();
}

function whileRunning<Owner extends object>(owner: Owner, name: keyof Owner & string, draw: Call): void {
  const original = owner[name] as Call;
  const controlled = new Proxy(original, {
    apply: (_, self, args: never[]) => {
      const isOurs = turns.isRunning && typeof args.at(-1) !== 'function';
      return Reflect.apply(isOurs ? draw : original, self, args);
    },
  });
  Object.defineProperty(owner, name, { value: controlled });
}

/** Offset and size count elements, as in randomFillSync. */
function fill<Filled extends ArrayBufferView | ArrayBuffer>(filled: Filled, offset = 0, size?: number): Filled {
  const view: ArrayBufferView = ArrayBuffer.isView(filled) ? filled : new Uint8Array(filled);
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const unit = 'BYTES_PER_ELEMENT' in view ? Number(view.BYTES_PER_ELEMENT) : 1;
  const end = size === undefined ? bytes.length : (offset + size) * unit;
  for (let index = offset * unit; index < end; index += 1) {
    bytes[index] = Math.floor(next() * 256);
  }

  return filled;
}

/** randomInt([min, ]max): from min on, below max. */
function integer(first: number, second?: number): number {
  const [least, end] = second === undefined ? [0, first] : [first, second];
  return least + Math.floor(next() * (end - least));
}

/** Version 4, as RFC 9562 has it. */
function uuid(): string {
  const bytes = fill(Buffer.alloc(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

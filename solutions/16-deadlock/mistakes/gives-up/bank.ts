/**
 * Tries five times, and says then that it was not possible. But false says that there was too little money, and the accounts are only
 * busy.
 *
 * @rejectedBy nobody gives up, however long another one takes
 * @diagnosis gave-up
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Mutex } from './lock.ts';

/** A transfer takes a few milliseconds: somebody who gives way comes back after about as long as some of them take. */
const LONGEST_PAUSE_MS = 20;
const MOST_TRIES = 5;

/**
 * Moves money from one account to another. Many processes may do so at the same time, between the same accounts or others.
 * @param dir where the accounts are: a file each, with a whole number as text in it
 * @param from name of an account: a plain file name
 * @param to name of another one
 * @param amount a positive whole number
 * @returns false when there is too little in `from`; nothing is changed then
 * @throws {Error} (the promise rejects) and changes nothing, when `from` is `to`, a name is no account's or the file holds no whole
 * number, or the amount is no positive whole number; the message says which
 */
export async function transfer(dir: string, from: string, to: string, amount: number): Promise<boolean> {
  if (!Number.isSafeInteger(amount) || amount <= 0) {
    throw new Error(`Expected a positive whole number to transfer, not ${amount}.`);
  }

  if (from === to) {
    throw new Error(`Expected two accounts, not ${from} twice.`);
  }

  assertAccount(dir, from);
  assertAccount(dir, to);
  const [source, target] = [lockOf(dir, from), lockOf(dir, to)];
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await source.acquire();
    try {
      if (await target.tryAcquire()) {
        try {
          return move(dir, from, to, amount);
        } finally {
          await target.release();
        }
      }
    } finally {
      await source.release();
    }

    // Not as long as the other one, or we would meet again: each time another pause, by chance.
    await pause(Math.random() * LONGEST_PAUSE_MS);
  }

  return false;
}

function lockOf(dir: string, account: string): Mutex {
  return new Mutex(join(dir, `${account}.lock`));
}

/** Under both locks. Nothing is written before everything is known that could go wrong. */
function move(dir: string, from: string, to: string, amount: number): boolean {
  const [source, target] = [balanceOf(dir, from), balanceOf(dir, to)];
  if (source < amount) {
    return false;
  }

  writeFileSync(join(dir, from), String(source - amount));
  writeFileSync(join(dir, to), String(target + amount));
  return true;
}

/** Only by its name: what is in an account may be looked at under its lock alone. */
function assertAccount(dir: string, name: string): void {
  const isPlain = name !== '' && name === basename(name);
  if (!isPlain || !existsSync(join(dir, name))) {
    throw new Error(`There is no account '${name}' in ${dir}.`);
  }
}

function balanceOf(dir: string, account: string): number {
  const text = readFileSync(join(dir, account), 'utf8');
  if (!/^\d+\s*$/.test(text)) {
    throw new Error(`The account ${join(dir, account)} holds no whole number: '${text}'.`);
  }

  return Number(text);
}

/**
 * Takes an account that is not there for one with nothing in it. Whoever mistypes a name pays to nobody, and is told that all went
 * well.
 *
 * @rejectedBy an account that is not there: an error that names it, and nothing changed
 * @diagnosis accepted-unknown-account
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Mutex } from './lock.ts';

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

  assertName(from);
  assertName(to);
  // Whatever way the money goes, everybody takes the two locks in this order: a circle would need one who does not.
  const [first, second] = from < to ? [from, to] : [to, from];
  return lockOf(dir, first).withLock(() => lockOf(dir, second).withLock(() => move(dir, from, to, amount)));
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

function assertName(name: string): void {
  if (name === '' || name !== basename(name)) {
    throw new Error(`'${name}' is not the name of an account.`);
  }
}

function balanceOf(dir: string, account: string): number {
  const file = join(dir, account);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '0';
  if (!/^\d+\s*$/.test(text)) {
    throw new Error(`The account ${join(dir, account)} holds no whole number: '${text}'.`);
  }

  return Number(text);
}

/**
 * Refuses what is not above zero. Half a coin is above zero, and afterwards both accounts hold what is no whole number.
 *
 * @rejectedBy an amount that is no positive whole number: an error that names it, and nothing changed
 * @diagnosis accepted-any-amount
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
  if (amount <= 0) {
    throw new Error(`Expected a positive amount to transfer, not ${amount}.`);
  }

  if (from === to) {
    throw new Error(`Expected two accounts, not ${from} twice.`);
  }

  assertAccount(dir, from);
  assertAccount(dir, to);
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

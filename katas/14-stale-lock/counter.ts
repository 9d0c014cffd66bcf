import { readFileSync, writeFileSync } from 'node:fs';

/** A number in a file. It knows of no lock: to add is to read, and then to write. */
export class Counter {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  add(amount: number): void {
    const before = Number(readFileSync(this.#path, 'utf8'));
    writeFileSync(this.#path, String(before + amount));
  }
}

import type { ProcessEntry, ProcessTable } from '../../processes/entry.ts';

/**
 * The reader of a real process table, that hands each listing over only when the test says so: a listing is as old then as that
 * of a slow reader.
 */
export class LateTable implements ProcessTable {
  readonly source: ProcessTable['source'];
  /** Listings that were taken, and how many of them were handed over. */
  taken = 0;
  readonly #table: ProcessTable;
  readonly #pending: ((failure?: Error) => void)[] = [];
  #onTaken: () => void = () => {};

  constructor(table: ProcessTable) {
    this.#table = table;
    this.source = table.source;
  }

  async list(): Promise<ProcessEntry[]> {
    const entries = await this.#table.list();
    await new Promise<void>((resolve, reject) => {
      this.#pending.push((failure) => (failure === undefined ? resolve() : reject(failure)));
      this.taken += 1;
      this.#onTaken();
    });
    return entries;
  }

  inspect(pids: readonly number[], tokenName: string) {
    return this.#table.inspect(pids, tokenName);
  }

  /** Waits until so many listings in all have been taken. */
  async hasTaken(count: number): Promise<void> {
    while (this.taken < count) {
      await new Promise<void>((resolve) => {
        this.#onTaken = resolve;
      });
    }
  }

  /** Hands the oldest listing over, or a failure instead. */
  handOver(failure?: Error): void {
    this.#pending.shift()?.(failure);
  }
}

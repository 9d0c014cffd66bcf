import { isSleep } from './operation.ts';
import type { Step } from './played.ts';
import { areSame, type SharedFiles } from './shared-files.ts';

/** To read all that is shared takes a while: it is compared once in so many looks. */
const COMPARED = 25;
/** Nobody who pauses when there is nothing new has to look so often. */
const MOST_IN_A_ROW = 75;

/** How often processes have looked at what is shared, in a row: without a pause, without a mark, and without a change. */
export class Looks {
  readonly #inARow = new Map<number, { looks: number; files?: SharedFiles }>();
  /** Whether somebody looks without end. */
  areEndless = false;

  note({ process, operation }: Step, shared: () => SharedFiles): void {
    if (isSleep(operation) || operation.mark !== undefined) {
      this.#inARow.delete(process);
      return;
    }

    const { looks, files } = this.#inARow.get(process) ?? { looks: 0 };
    const row = { looks: looks + 1, ...(files && { files }) };
    if (row.looks % COMPARED === 0) {
      const now = shared();
      row.looks = files !== undefined && areSame(files, now) ? row.looks : 0;
      row.files = now;
    }

    this.#inARow.set(process, row);
    this.areEndless ||= row.looks >= MOST_IN_A_ROW;
  }
}

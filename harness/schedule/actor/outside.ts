import { foreign, resourcesBeyond } from './resources.ts';

const realTimeout = setTimeout;
/** Between two looks of a process that waits for something that is not under control. */
const OUTSIDE_MS = 1;
/** After so many it says so. Before that it was on its way: reading a file that nobody shares, taking a turn of its own loop. */
const LOOKS_OUTSIDE = 20;

/** What a program waits for, in one run, that is not under control. */
export class Outside {
  /** What Node kept open for this process before the run. */
  readonly #before = process.getActiveResourcesInfo();
  #looks = 0;
  #isTold = false;

  /** Names of what the program keeps open and through which something can come from others. */
  foreign(): string[] {
    return foreign(resourcesBeyond(this.#before));
  }

  /**
   * The program is at rest and waits for no operation: it is looked again soon.
   * @returns names of what it may wait for, once, when it does not go on by itself
   */
  wait(look: () => void): string[] | undefined {
    realTimeout(look, OUTSIDE_MS);
    this.#looks += 1;
    const resources = resourcesBeyond(this.#before);
    const isOnItsWay = foreign(resources).length === 0 && this.#looks <= LOOKS_OUTSIDE;
    if (this.#isTold || isOnItsWay) {
      return undefined;
    }

    this.#isTold = true;
    return resources;
  }

  /** It waits for an operation again. */
  over(): void {
    this.#looks = 0;
    this.#isTold = false;
  }
}

/**
 * Calls run() a moment later, in this very process: a promise is no process.
 *
 * @rejectedBy run() is executed in a process of its own, a child of the caller, and there alone
 * @diagnosis ran-in-the-caller
 */
const runs = new WeakMap<Process, Promise<void>>();

export abstract class Process {
  static module: URL;
  pid: number | undefined;
  abstract run(): void | Promise<void>;

  start(): void {
    if (runs.has(this)) {
      throw new Error('A process can be started only once.');
    }

    this.pid = process.pid;
    runs.set(
      this,
      Promise.resolve().then(() => this.run()),
    );
  }

  async join(): Promise<void> {
    const run = runs.get(this);
    if (run === undefined) {
      throw new Error('The process was never started.');
    }

    await run;
  }
}

/**
 * A process as an object: a subclass says in `run()` what is to be done, and `start()` has it done in a new process.
 *
 * A subclass is exported under its own name by the module that its static `module` names.
 */
export abstract class Process {
  /** The module that exports the class: each subclass says `static override module = new URL(import.meta.url)`. */
  static module: URL;

  /** The pid of the process that was started; undefined before. */
  pid: number | undefined;

  /** What the process does. Called directly it runs here, like any method. */
  abstract run(): void | Promise<void>;

  /**
   * Starts a new process that executes `run()` with the fields as they are now, and returns at once.
   * @throws {Error} that says that a process is started once, when it has been started before
   */
  start(): void {
    throw new Error('start is not written yet: npm run hint 02');
  }

  /**
   * Waits until the process has ended, however it ended, also if it has ended already.
   * @throws {Error} that says so, when it was never started
   */
  join(): Promise<void> {
    throw new Error('join is not written yet: npm run hint 02');
  }
}

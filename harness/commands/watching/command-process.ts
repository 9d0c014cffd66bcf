import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const LOADER = new URL('../../typescript/register.mjs', import.meta.url).href;

/** One command of the workbook, in a process of its own that writes to our terminal. */
export class CommandProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;

  /** @param name of a file in harness/commands */
  constructor(name: string, args: readonly string[]) {
    const program = fileURLToPath(new URL(`../${name}.ts`, import.meta.url));
    this.#child = spawn(process.execPath, ['--import', LOADER, program, ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    this.#exited = once(this.#child, 'exit');
  }

  /** @returns whether it came to its end by itself */
  async ended(): Promise<boolean> {
    await this.#exited;
    return this.#child.signalCode === null;
  }

  /** Ends it in the middle; what it had started is swept up by its guardian. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#exited;
  }
}

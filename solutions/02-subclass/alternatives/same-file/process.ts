import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const thisFile = fileURLToPath(import.meta.url);

export abstract class Process {
  static module: URL;
  pid: number | undefined;
  abstract run(): void | Promise<void>;

  start(): void {
    if (started.has(this)) {
      throw new Error('The process has been started.');
    }

    const { module, name } = this.constructor as typeof Process;
    const child = spawn(process.execPath, [thisFile, module.href, name], { stdio: ['pipe', 'inherit', 'inherit'] });
    // A pipe has no limit of size, as an argument has.
    child.stdin.end(JSON.stringify(this));
    started.set(this, child);
    this.pid = child.pid;
  }

  async join(): Promise<void> {
    const child = started.get(this);
    if (child === undefined) {
      throw new Error('The process has not been started.');
    }

    if (child.exitCode === null && child.signalCode === null) {
      await once(child, 'exit');
    }
  }
}

const started = new Map<Process, ChildProcess>();

async function runFromStdin(module: string, name: string): Promise<void> {
  const exported = await import(module);
  const fields = JSON.parse(await text(process.stdin));
  await Object.assign(Object.create(exported[name].prototype), fields).run();
}

// Both sides in one file: here it is the program of a child. Nothing is awaited at the top level, since the module of
// the subclass imports this one, and could not be loaded before this one is.
const [, program, module, name] = process.argv;
if (program === thisFile && module !== undefined && name !== undefined) {
  void runFromStdin(module, name);
}

// The processes of the scenarios: a class for each, with a run() of its own.
import { gate, gateSync, mark } from '#harness/scenario.ts';
import { Process } from '../process.ts';

const module = new URL(import.meta.url);

/** Greets for as long as the test wants, and then changes its own fields. */
export class Greeter extends Process {
  static override module = module;
  username: string;
  friends: unknown[];

  constructor(username: string, friends: unknown[] = []) {
    super();
    this.username = username;
    this.friends = friends;
    mark('constructor runs');
  }

  override async run(): Promise<void> {
    const { username, friends } = this;
    mark('run() runs', { username, friends, isGreeter: this instanceof Greeter, canGreet: 'greet' in this });
    await gate('greeting');
    this.username = 'changed in run()';
    this.friends = ['changed in run()'];
    mark('run() is done');
  }

  greet(): string {
    return `Hello, ${this.username}!`;
  }
}

/** Another class of the same module. */
export class Leaver extends Process {
  static override module = module;

  override run(): void {
    mark('Leaver leaves');
  }
}

/** A subclass of a subclass: where it is to be found it says nowhere but there. */
export class LoudGreeter extends Greeter {
  override async run(): Promise<void> {
    mark('LoudGreeter shouts');
    await super.run();
  }
}

/** Its run() is over at once; its process, however it comes to its end, takes as long as the test wants. */
export class Lingerer extends Process {
  static override module = module;

  override run(): void {
    process.once('exit', () => gateSync('ending'));
  }
}

/** Fails. */
export class Failing extends Process {
  static override module = module;

  override run(): void {
    throw new Error('run() failed, on purpose');
  }
}

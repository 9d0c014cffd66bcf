// A subclass with fields, a run() and another method.
import { once } from 'node:events';
import { connect } from 'node:net';
import { mark } from '#harness/scenario.ts';
import { currentProcess, Process } from '../multiprocessing.ts';

/** Connects to a socket, and gives back whatever comes from there, in upper case. */
export class UpperCaser extends Process {
  static override module = new URL(import.meta.url);
  path: string;
  served = 0;

  constructor(path: string) {
    super();
    this.path = path;
    mark('constructor runs');
  }

  override async run(): Promise<void> {
    mark('run() runs', { name: this.name, current: currentProcess() === this });
    const socket = connect(this.path).setEncoding('utf8');
    socket.on('data', (text) => socket.write(this.convert(`${text}`)));
    await once(socket, 'end');
  }

  convert(text: string): string {
    this.served += 1;
    return text.toUpperCase();
  }
}

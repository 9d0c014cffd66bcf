// A program that does not exist cannot be started.
import { spawn } from 'node:child_process';
import { mark } from '#harness/scenario.ts';
import { join } from '../join.ts';

const child = spawn('no-such-program-anywhere');
try {
  mark('joined', await join(child));
} catch (error) {
  // The cause may be the error itself, or be carried in it.
  const { code, message, cause } = error as NodeJS.ErrnoException;
  mark('rejected', { message, code: code ?? (cause as NodeJS.ErrnoException | undefined)?.code });
}

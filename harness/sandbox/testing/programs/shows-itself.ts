// Shows what a scenario is given: its environment, working directory and standard input.
import { readFileSync } from 'node:fs';
import { mark } from '#harness/scenario.ts';

mark('self', { env: process.env, cwd: process.cwd(), input: readFileSync(0, 'utf8'), argv: process.argv.slice(2) });

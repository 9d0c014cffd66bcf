// The program that is measured: three children, started together and joined.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const child = fileURLToPath(new URL('./child.ts', import.meta.url));
const children = [1, 2, 3].map((number) => fork(child, [String(number)]));
await Promise.all(children.map((one) => once(one, 'exit')));

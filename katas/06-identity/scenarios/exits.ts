// One child for each argument: it ends with that exit code, or by that signal.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mark } from '#harness/scenario.ts';
import { exitCode } from '../identity.ts';

const ends = process.argv.slice(2);
const children = ends.map((end) =>
  spawn('sh', ['-c', end.startsWith('SIG') ? `kill -${end.slice(3)} $$` : `exit ${end}`]),
);
// Asked about only at the end, like a child that somebody else has started.
const unasked = spawn('sh', ['-c', 'exit 3']);
const exits = [...children, unasked].map((child) => once(child, 'exit'));
mark('while they run', children.map(exitCode));
await Promise.all(exits);
mark('when they are over', Object.fromEntries(children.map((child, index) => [ends[index], exitCode(child)])));
mark('one that was never asked about', exitCode(unasked));

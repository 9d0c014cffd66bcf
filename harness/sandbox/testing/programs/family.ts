// Starts descendants of every kind, and waits: a plain child, one that has taken off all signs, an orphan, and one that ignores
// signals.
import { fork, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { gate } from '#harness/scenario.ts';

fork(fileURLToPath(new URL('./stands-still.ts', import.meta.url)));
spawn('/bin/sleep', ['1000'], { env: {}, cwd: '/', detached: true, stdio: 'ignore' });
spawn('/bin/sh', ['-c', '/bin/sleep 1000 &'], { detached: true, stdio: 'ignore' });
spawn('/bin/sh', ['-c', "trap '' TERM INT HUP; while :; do sleep 1000; done"], { stdio: 'ignore' });
await gate('end');

// Stops a tree in which one has a process group and a session of its own, as a shell's job or a detached child does.
import { gate, mark } from '#harness/scenario.ts';
import { stopTree } from '../terminate.ts';
import { HOUR_MS, startTalking } from './children.ts';

const root = `
  require('node:child_process').spawn('sleep', ['1000'], { stdio: 'ignore', detached: true });
  console.log('ready');
`;
const { pid = 0 } = await startTalking(process.execPath, ['--eval', root], true);
mark('the tree stands');
await gate('stop it');
await stopTree(pid, HOUR_MS);
mark('the tree is over');

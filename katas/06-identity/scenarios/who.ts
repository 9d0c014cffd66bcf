// A parent and its child say who they are; the child once more when its parent is gone.
import { fork } from 'node:child_process';
import { gate, mark } from '#harness/scenario.ts';
import { whoAmI } from '../identity.ts';

const role = process.argv[2] ?? 'parent';
if (role === 'parent') {
  fork(import.meta.filename, ['child'], { stdio: 'ignore' });
}

mark(role, whoAmI());
await gate('the parent is gone');
mark(`${role} later`, whoAmI());

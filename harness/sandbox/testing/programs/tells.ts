// Tells that it is there, waits at a gate, and tells that it went on. Its arguments: what to tell, and a sandbox to attach to.
import { attachTo, gate, gateSync, mark } from '#harness/scenario.ts';

const [how = '', directory] = process.argv.slice(2);
if (directory !== undefined) {
  attachTo(directory);
}

mark('here', how);
if (how === 'blocked') {
  gateSync('go on');
} else {
  await gate('go on');
}

mark('passed', how);

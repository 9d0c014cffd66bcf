// This program has three children: one with two children of its own, one with none, and one with a strange name.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { gate, mark } from '#harness/scenario.ts';
import { childrenOf } from '../identity.ts';

const stdio: ('pipe' | 'inherit')[] = ['pipe', 'pipe', 'inherit', 'pipe'];
const parent = spawn('sh', ['-c', 'cat <&3 & cat <&3 & echo ready; wait'], { stdio });
const childless = spawn('sh', ['-c', 'echo ready; exec cat'], { stdio });
// The name of a program is its own business: Linux lets it change it.
const strange = spawn('sh', ['-c', 'printf ") S 1 (" 2>/dev/null >/proc/$$/comm; echo ready; read line'], { stdio });
const children = [parent, childless, strange];
await Promise.all(children.map(({ stdout }) => stdout && once(stdout, 'data')));

mark('family', { program: process.pid, parent: parent.pid, childless: childless.pid, strange: strange.pid });
await gate('look');
for (const [name, { pid = 0 }] of Object.entries({ program: process, parent, childless })) {
  mark(`children of ${name}`, await childrenOf(pid));
}

for (const { stdin, stdio } of children) {
  stdin?.destroy();
  stdio[3]?.destroy();
}

// One process that waits at two gates, with different parts of its program.
import { gate, mark } from '#harness/scenario.ts';

await Promise.all(['left', 'right'].map((name) => gate(name).then(() => mark('passed', name))));

// The child's side: the task comes as JSON on standard input.
import { json } from 'node:stream/consumers';

const { module, name, args = [] } = (await json(process.stdin)) as { module: string; name: string; args?: unknown[] };
const exported = await import(module);
await exported[name](...args);

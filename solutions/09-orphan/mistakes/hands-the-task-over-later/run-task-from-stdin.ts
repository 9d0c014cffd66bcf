// The child's side of a task that comes on standard input.
import { text } from 'node:stream/consumers';

const { module, name, args = [] } = JSON.parse(await text(process.stdin));
const exported = await import(module);
await exported[name](...args);

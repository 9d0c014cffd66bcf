// The child's side: says that it is there, and waits for the object.
import { runObject } from './process.ts';

process.once('message', ([module, name, fields]: [string, string, object]) => runObject(module, name, fields));
process.send?.('ready');

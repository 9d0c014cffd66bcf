// The child's side: runs the object that it is sent.
import { runObject } from './process.ts';

process.on('message', ([module, name, fields]: [string, string, object]) => runObject(module, name, fields));

// A program may give itself any name; this one is at work while it looks at itself.
import { mark } from '#harness/scenario.ts';
import { stateOf } from '../zombie.ts';

process.title = process.argv[2] ?? 'plain';
mark('state', `${stateOf(process.pid)}`);

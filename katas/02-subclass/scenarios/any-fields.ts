// The test hands in what a field holds, as JSON.
import { Greeter } from './greeters.ts';

new Greeter('tony', JSON.parse(process.argv[2] ?? '["jason", 3]')).start();

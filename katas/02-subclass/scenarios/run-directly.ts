// Nothing is started: run() is a method like any other.
import { Greeter } from './greeters.ts';

await new Greeter('tony').run();

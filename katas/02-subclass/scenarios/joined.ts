// A program waits for its process, and looks at its own object afterwards.
import { mark } from '#harness/scenario.ts';
import { Greeter } from './greeters.ts';

const greeter = new Greeter('tony', ['jason']);
greeter.start();
await greeter.join();
mark('joined', { username: greeter.username, friends: greeter.friends });

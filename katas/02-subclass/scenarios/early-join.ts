// Joined, and never started.
import { mark } from '#harness/scenario.ts';
import { Greeter } from './greeters.ts';
import { thrown } from './thrown.ts';

try {
  await new Greeter('tony').join();
  mark('join()', { threw: 'nothing' });
} catch (error) {
  mark('join()', thrown(error));
}

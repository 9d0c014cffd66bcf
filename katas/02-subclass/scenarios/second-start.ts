// One object, three calls of start(): the first is right, the second comes while the process runs, the third after its end.
import { mark } from '#harness/scenario.ts';
import { Greeter } from './greeters.ts';
import { thrown } from './thrown.ts';

const greeter = new Greeter('tony');
greeter.start();
startAgain('second start()');
await greeter.join();
startAgain('third start()');

function startAgain(name: string): void {
  try {
    greeter.start();
    mark(name, { threw: 'nothing' });
  } catch (error) {
    mark(name, thrown(error));
  }
}

// Three classes of one module, each of which does something else in its process.
import { Greeter, Leaver, LoudGreeter } from './greeters.ts';

new LoudGreeter('kevin').start();
new Leaver().start();
new Greeter('tony').start();

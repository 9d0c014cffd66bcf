// Stands still, like a program after Ctrl-Z: it gets no signal but SIGKILL and SIGCONT.
import { mark } from '#harness/scenario.ts';

mark('stopping');
process.kill(process.pid, 'SIGSTOP');

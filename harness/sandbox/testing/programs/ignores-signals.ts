// Does not end for anything that can be ignored.
import { gate } from '#harness/scenario.ts';

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'] as const) {
  process.on(signal, () => {});
}

await gate('never');

// The child's side of a daemon: works, and ends when the channel to the main program does.
import './run-task.ts';

process.once('disconnect', () => process.exit());
process.channel?.unref();

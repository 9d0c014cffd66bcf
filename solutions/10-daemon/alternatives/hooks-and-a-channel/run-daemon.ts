// The child's side of a daemon: ends when the channel to the main program does.
process.once('disconnect', () => process.exit());
process.channel?.unref();
if (!process.connected) process.exit();
await import('./run-task.ts');

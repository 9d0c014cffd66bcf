// Runs the task that it is sent, and says when it is done.
process.on('message', async (task: { module: string; name: string; args?: unknown[] }) => {
  const exported = await import(task.module);
  await exported[task.name](...(task.args ?? []));
  process.send?.('done');
});

// Runs every task that it is sent.
process.on('message', async (task: { module: string; name: string; args?: unknown[] }) => {
  const exported = await import(task.module);
  await exported[task.name](...(task.args ?? []));
});

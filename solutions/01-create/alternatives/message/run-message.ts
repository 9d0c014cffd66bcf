// The child's side: it gets one task by message, and lets go of the channel, which would keep it up.
process.once('message', async (task: { module: string; name: string; args?: unknown[] }) => {
  process.disconnect();
  const exported = await import(task.module);
  await exported[task.name](...(task.args ?? []));
});

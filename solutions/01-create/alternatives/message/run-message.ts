// The child's side: it gets one task by message. Without a listener for more, the channel does not keep the process up.
process.once('message', async (task: { module: string; name: string; args?: unknown[] }) => {
  const exported = await import(task.module);
  await exported[task.name](...(task.args ?? []));
});

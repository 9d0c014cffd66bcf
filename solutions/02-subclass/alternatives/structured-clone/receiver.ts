// The child's side: it is sent one object. Without a listener for more, the channel does not keep the process up.
process.once('message', async ({ module, name, fields }: { module: string; name: string; fields: object }) => {
  const exported = await import(module);
  const object = Object.setPrototypeOf(fields, exported[name].prototype);
  await object.run();
});

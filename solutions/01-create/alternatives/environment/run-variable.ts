// The child's side: the task comes as JSON in an environment variable, which the task's own children must not inherit.
const { module, name, args = [] } = JSON.parse(process.env.TASK ?? '');
delete process.env.TASK;
const exported = await import(module);
await exported[name](...args);

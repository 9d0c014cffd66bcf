// The child's side of a task: node run-task.ts '{"module": "file:///...", "name": "work", "args": [1]}'
// An error that the task throws goes to stderr, and the exit status is 1.
const { module, name, args = [] } = JSON.parse(process.argv[2] ?? '');
const exported = await import(module);
await exported[name](...args);

// node call.ts <JSON of the task>
const { module, name, args = [] } = JSON.parse(process.argv[2] ?? '');
const exported = await import(module);
exported[name](...args);
process.exit();

// node call.ts <module> <name> <argument>...
const [, , module = '', name = '', ...args] = process.argv;
const exported = await import(module);
await exported[name](...args);

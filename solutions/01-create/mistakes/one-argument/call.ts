// node call.ts <module> <name> [<JSON of the arguments>]
const [, , module = '', name = '', args] = process.argv;
const exported = await import(module);
await exported[name](args === undefined ? undefined : JSON.parse(args));

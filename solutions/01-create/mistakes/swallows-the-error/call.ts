// node call.ts <JSON of the task>
const { module, name, args = [] } = JSON.parse(process.argv[2] ?? '');
try {
  const exported = await import(module);
  await exported[name](...args);
} catch (error) {
  console.error(error);
}

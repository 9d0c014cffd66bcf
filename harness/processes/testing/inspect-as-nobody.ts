// Inspects the process given, as a user who may not look into it, and prints what it has seen.
import { procfsTable } from '../procfs.ts';

const NOBODY = 65534;
const [pid, tokenName = ''] = process.argv.slice(2);

const table = procfsTable();
process.seteuid?.(NOBODY);
const details = await table.inspect([Number(pid)], tokenName);
console.log(JSON.stringify([...details.values()]));

// Asks ps for several things at once, and prints which children of this process it has seen. There are none but what ps itself takes.
import { psTable } from '../ps.ts';

const table = psTable();
const [first, second, , third] = await Promise.all([
  table.list(),
  table.list(),
  table.inspect([process.pid], 'PATH'),
  table.list(),
]);
const children = [first, second, third, await table.list()].flat().filter(({ ppid }) => ppid === process.pid);
console.log(JSON.stringify(children));

// The test hands in lines of the process table, as JSON.
import { mark } from '#harness/scenario.ts';
import { parseStat } from '../zombie.ts';

const lines: string[] = JSON.parse(process.argv[2] ?? '["4711 (node) S 4710 4711 4700 34816 4711"]');
mark(
  'read',
  lines.map((line) => parseStat(line)),
);

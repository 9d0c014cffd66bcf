// Three memories: a variable here, and two cells. The test says what is done to them (JSON in the argument): with a value, that
// is written there; without one, the memory is read.
import { mark } from '#harness/scenario.ts';
import { openCell } from '../isolation.ts';

let variable = 1;
const here = {
  get: () => variable,
  set: (value: number) => {
    variable = value;
  },
};
const [a, b] = [await openCell(2), await openCell(3)];
const memories = new Map(Object.entries({ here, a, b }));

const answers = [];
for (const { name, value } of JSON.parse(process.argv[2] ?? '[{ "name": "a", "value": 666 }, { "name": "b" }]')) {
  const memory = memories.get(name);
  const answer = value === undefined ? await memory?.get() : await memory?.set(value);
  answers.push(value === undefined ? answer : 'written');
}

mark('answers', answers);
mark('in the end', { here: here.get(), a: await a.get(), b: await b.get() });
await Promise.all([a.close(), b.close()]);

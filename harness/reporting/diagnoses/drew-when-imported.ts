import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'drew-when-imported',
  why: 'Another program imported the lottery, and children were started that nobody had asked for. An importer is none of the lottery’s children, but it is not the lottery either: it was started to run another file. What only asks whether this process is a child takes it for the program.',
  picture: 'tree',
  site: 'start',
} satisfies Diagnosis;

import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'remembered-the-file',
  why: 'The office stayed open while somebody changed the file: more tickets came, for another train. It went on with what it had read before. Whatever a process has in its memory is a copy of what was true then; the file is the one thing that all of them share. Read it anew, the whole of it, for each search and for each sale.',
} satisfies Diagnosis;

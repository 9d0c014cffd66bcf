import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'took-over-the-signal',
  why: 'The main program has a handler of its own for that signal, with something to put away, and was ended before it had done so. A file that is merely used by a program cannot know what the program wants to do with a signal; it can only see whether anybody else listens.',
} satisfies Diagnosis;

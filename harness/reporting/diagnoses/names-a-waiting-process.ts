import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'names-a-waiting-process',
  why: 'Who finds a file in the way sleeps and looks again. When it has looked again and nothing has changed, to look once more would show the same: it waits, and cannot go on until the other one changes a file. In a deadlock that never happens, so the list ends there.',
} satisfies Diagnosis;

import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'broken-file-not-told',
  why: 'The file is missing, or holds no number of tickets, and whoever asked was not told so with the name of the file. With the name in the message somebody can go and look; an answer instead of an error sends buyers away, or sells what is not there.',
} satisfies Diagnosis;

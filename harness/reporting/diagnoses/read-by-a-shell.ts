import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'read-by-a-shell',
  why: 'The text did not arrive as it was given. A shell stood in between and took quotes, $, backquotes, | or the end of a line for orders to itself. exec(), execSync() and the option shell: true hand a line to a shell; it does not help to put more quotes around it, since the text may hold quotes too.',
  site: 'start',
} satisfies Diagnosis;

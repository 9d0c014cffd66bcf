import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'path-taken-for-url',
  why: 'In a folder with an unusual name it did not know itself. A path and a file URL spell the same file differently: in a URL a space is %20 and a % is %25, # ends the path, and a Chinese character is three bytes, each with a % of its own. So file:// in front of a path is not yet a URL, and the pathname of a URL is not yet a path.',
  picture: 'tree',
} satisfies Diagnosis;

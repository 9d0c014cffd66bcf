import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'link-not-followed',
  why: 'Started through a symbolic link, it did not know itself. Node follows the link and loads the real file, so the URL of the module has the name of the real file. The path of the program, among the arguments of the process, is still the one that was typed.',
  picture: 'tree',
} satisfies Diagnosis;

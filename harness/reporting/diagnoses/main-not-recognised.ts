import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'main-not-recognised',
  why: 'It was started as a program and started no children: in the very process that was to draw, isMain said no, or was not asked. The process knows the path of the file that it was started to run, and the module knows the URL of its own. They are two spellings of one file, and as texts they differ.',
  picture: 'none',
} satisfies Diagnosis;

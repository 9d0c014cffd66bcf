import type { Diagnosis } from '../diagnosis.ts';

/** What getcwd(2) failing looks like in Node, and in a shell. */
const NO_DIRECTORY = /\buv_cwd\b|getcwd\(\) failed|error retrieving current directory/;

/** The working directory was removed under the processes that stand in it. */
export default {
  name: 'deleted-its-directory',
  precedence: 90,
  recognise: ({ runs }) => runs.some(({ stderr, directoryIsThere }) => !directoryIsThere || NO_DIRECTORY.test(stderr)),
  why: 'The directory in which the program was started has been deleted while it ran. A process that stands in a directory that is gone cannot name any file by a relative path, nor start programs that ask where they are. Clean up only what you have made yourself.',
  picture: 'none',
} satisfies Diagnosis;

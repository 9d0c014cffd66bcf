import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'not-allowed-taken-for-ended',
  why: "Another user's process runs, and was said not to run, or an error was thrown. To send it a signal, even signal 0, which is never delivered, takes permission. The error EPERM says that there is somebody and that it is not ours; the error for nobody has another name.",
  picture: 'none',
  showsAsError: true,
} satisfies Diagnosis;

import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'client-kept-waiting',
  why: 'A client was connected and got no answer, while another one was silent, or its worker was stuck, or many came at once. So something waits for one client before it turns to the next: an await in the loop that accepts, the end of a worker, a process that several clients share. The operating system accepts a connection by itself; it is your program that has to fetch it.',
  site: 'wait',
} satisfies Diagnosis;

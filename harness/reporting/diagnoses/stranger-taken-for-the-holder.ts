import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'stranger-taken-for-the-holder',
  why: 'The holder had been killed, and its pid had been given to another process, which has nothing to do with the lock and lives on. The lock was taken for held, as long as that stranger lives. A pid is a number that is used again; a pid together with the time at which its process began is not.',
} satisfies Diagnosis;

import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'task-in-its-launcher',
  why: "The task ran in the launcher's own process. Whatever ends that process ends the task with it. Only a process of its own can live on.",
} satisfies Diagnosis;

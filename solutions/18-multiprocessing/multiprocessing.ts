/** Processes as objects, and locks that they share: what Python's module of that name is, on Node. */

export type { AcquireOptions } from './acquirable.ts';
export { activeChildren } from './children.ts';
export { currentProcess, parentProcess } from './current.ts';
export { Lock } from './lock.ts';
export type { ParentProcess } from './parent-process.ts';
export { Process, type ProcessOptions } from './process.ts';
export { RLock } from './rlock.ts';

// Makes chance repeat itself: in each run a program draws the same numbers in the same order, so that the order of steps alone decides
// what it does. Every process draws others.
import { createHash } from 'node:crypto';
import { fractions } from '../random-numbers.ts';
import { turns } from './turns.ts';

const realRandom = Math.random;
let next = realRandom;

/** The numbers that the process of this name draws in a run. */
export function beginChance(process: string): void {
  next = fractions(createHash('sha1').update(process).digest().readUInt32BE());
}

/** From now on. */
export function controlChance(): void {
  Math.random = () => (turns.isRunning ? next() : realRandom());
}

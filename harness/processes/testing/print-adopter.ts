// Prints the pid that findAdopter gives where this program was started.
import { findAdopter } from '../adopter.ts';

console.log(await findAdopter());

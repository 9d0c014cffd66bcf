// Draws one number in a child, and the child, before it does its task, starts the lottery as a program (started-first.ts).
import { drawAll } from '../lottery.ts';

const usual = process.env.NODE_OPTIONS ?? '';
process.env.USUAL_OPTIONS = usual;
process.env.NODE_OPTIONS = `${usual} --import=${new URL('./started-first.ts', import.meta.url)}`;
await drawAll(1);

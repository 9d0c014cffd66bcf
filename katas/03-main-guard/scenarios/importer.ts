// A program that imports the lottery and draws as many numbers as its argument says.
import { mark } from '#harness/scenario.ts';
import { drawAll } from '../lottery.ts';

mark('numbers', await drawAll(Number(process.argv[2])));

import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'accepted-broken-account',
  why: "The file of an account holds no whole number, and the transfer was made with it all the same. Number('') is 0, Number('12 ') is 12, parseInt('1x') is 1: they make a number of nearly everything. Ask for the form of the text before you ask for its number.",
} satisfies Diagnosis;

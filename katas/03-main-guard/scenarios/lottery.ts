// Another program of the same name. It asks about itself, and about the module that it imports.
import { mark } from '#harness/scenario.ts';
import { isMain } from '../lottery.ts';

const theProgram = isMain(import.meta.url);
const whatItImports = isMain(new URL('../lottery.ts', import.meta.url).href);
mark('answers', { theProgram, whatItImports });

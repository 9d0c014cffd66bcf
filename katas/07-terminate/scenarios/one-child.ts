// Stops a child of the kind that is asked for.
import { mark } from '#harness/scenario.ts';
import { stop } from '../terminate.ts';
import { HOUR_MS, startPolite, startStubborn } from './children.ts';

const [kind] = process.argv.slice(2);
if (kind === 'polite') {
  mark('ending', await stop(await startPolite(), HOUR_MS));
}

if (kind === 'stubborn') {
  mark('ending', await stop(await startStubborn(), 100));
}

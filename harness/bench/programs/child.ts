// A child of three-children.ts: it marks, as the tasks of scenarios do, and ends.
import { mark } from '#harness/scenario.ts';

mark('here', process.argv[2]);

// Children who have children.
import { descend } from './tasks.ts';

await descend();

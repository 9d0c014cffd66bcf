// Two children, of which one ends and the other stays.
import { mark } from '#harness/scenario.ts';
import { activeChildren, Process } from '../multiprocessing.ts';

const module = new URL('./tasks.ts', import.meta.url);
const names = () =>
  activeChildren()
    .map(({ name }) => name)
    .sort();
const brief = new Process({ target: { module, name: 'nothing' }, name: 'brief', daemon: true });
const staying = new Process({ target: { module, name: 'stay' }, name: 'staying', daemon: true });
mark('made', names());
brief.start();
staying.start();
mark('started', names());
await brief.join();
mark('one has ended', names());
staying.terminate();
await staying.join();
mark('both have ended', names());

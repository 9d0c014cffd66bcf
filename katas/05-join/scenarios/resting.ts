// How busy is the caller while it waits for a child that sleeps? 1 is a core in full use.
import { spawn } from 'node:child_process';
import { mark } from '#harness/scenario.ts';
import { join } from '../join.ts';

const child = spawn('sleep', ['0.3']);
const before = performance.eventLoopUtilization();
await join(child);
mark('utilization', performance.eventLoopUtilization(before).utilization);

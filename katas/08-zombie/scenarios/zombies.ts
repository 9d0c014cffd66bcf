// Makes zombies and stands still, so that the test can look; then reaps them and stands still again.
import { gateSync, mark } from '#harness/scenario.ts';
import { makeZombie, reap } from '../zombie.ts';

const count = Number(process.argv[2] ?? 1);
mark('begins');
mark(
  'made',
  Array.from({ length: count }, () => makeZombie()),
);
gateSync('look');
await reap();
mark('reaped');
gateSync('look again');
mark('lives on');

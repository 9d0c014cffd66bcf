// Ends, and leaves so many sleepers behind as it was told, who keep its output open.
import { spawn } from 'node:child_process';

for (let child = Number(process.argv[2]); child > 0; child -= 1) {
  spawn('/bin/sleep', ['1000'], { detached: true, stdio: 'inherit' }).unref();
}

console.log('that was all');

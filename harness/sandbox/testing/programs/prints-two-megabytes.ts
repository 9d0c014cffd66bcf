// More than is kept, on both streams.
const line = 'abcdefg\n'.repeat(128);
for (let lines = 0; lines < 2048; lines += 1) {
  process.stdout.write(line);
  process.stderr.write(line);
}

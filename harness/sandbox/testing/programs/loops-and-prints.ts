// Neither at rest nor silent, and never done.
for (;;) {
  console.log('still here');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
}

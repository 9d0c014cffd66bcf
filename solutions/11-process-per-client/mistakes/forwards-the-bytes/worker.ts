// Turns standard input into upper case.
process.stdin.on('data', (bytes: Buffer) => process.stdout.write(bytes.map(toUpper)));

// A byte of a longer character is never below 0x80, so it does not matter where the stream was cut.
function toUpper(byte: number): number {
  return byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
}

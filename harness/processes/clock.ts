/** Now, in milliseconds on the clock of `process.hrtime` (CLOCK_MONOTONIC): comparable between processes. */
export function monotonicNow(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** Bytes as a reader can tell them apart: printable ASCII as it is, all others as `\xc3`, a backslash as `\\`. */
export function escapeBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[^\x20-\x5b\x5d-\x7e]/g, (byte) =>
      byte === '\\' ? '\\\\' : `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`,
    );
}

// What keeps a process up or lets it wait, by the names that Node has for it (process.getActiveResourcesInfo).

/** What a process does for itself, by Node's names; a socket or a child is not of these. */
const OWN_AFFAIRS = new Set(['FSReqCallback', 'FSReqPromise', 'FileHandleCloseReq', 'Timeout', 'Immediate']);

/** Names of what Node keeps open now and did not before; without our own timer. */
export function resourcesBeyond(before: readonly string[]): string[] {
  const left = [...before, 'Timeout', 'Immediate'];
  return process.getActiveResourcesInfo().filter((name) => {
    const position = left.indexOf(name);
    if (position >= 0) {
      left.splice(position, 1);
    }

    return position < 0 && name !== 'CloseReq';
  });
}

/** Those through which something can come from others. */
export function foreign(resources: readonly string[]): string[] {
  return resources.filter((name) => !OWN_AFFAIRS.has(name));
}

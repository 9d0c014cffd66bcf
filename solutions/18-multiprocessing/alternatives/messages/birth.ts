/** What a process knows of the one that started it. */
export interface ParentProcess {
  readonly pid: number;
  readonly name: string;
  isAlive(): boolean;
  join(timeoutMs?: number): Promise<void>;
}

/** The one message that a parent sends to a child. */
export interface Birth {
  name: string;
  daemon: boolean;
  identity: readonly number[];
  parent: { pid: number; name: string };
  target?: { module: string; name: string; args?: readonly unknown[] };
  subclass?: { module: string; name: string; fields: object };
}

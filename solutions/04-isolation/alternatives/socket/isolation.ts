import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface Cell {
  pid: number;
  get(): Promise<number>;
  set(value: number): Promise<void>;
  close(): Promise<void>;
}

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

/** The child calls back on a socket of this process, and both talk there: eight bytes a number, and no number is a question. */
export async function openCell(initial: number): Promise<Cell> {
  const { child, socket } = await startAndMeet('keepNumber', initial);
  const callers: [(value: number) => void, (error: Error) => void][] = [];
  const exit = once(child, 'exit');
  socket.on('error', () => {});
  readNumbers(socket, (number) => callers.shift()?.[0](number));
  socket.on('close', () => {
    for (const [, reject] of callers) reject(new Error('closed'));
  });

  const ask = (value: number) =>
    new Promise<number>((resolve, reject) => {
      if (socket.destroyed) return reject(new Error('closed'));
      callers.push([resolve, reject]);
      socket.write(toBytes(value));
    });

  return {
    pid: child.pid ?? 0,
    get: () => ask(Number.NaN),
    set: async (value) => {
      await ask(value);
    },
    close: async () => {
      socket.destroy();
      await exit;
    },
  };
}

export function keepNumber(port: number, initial: number): void {
  let number = initial;
  const socket = connect(port, '127.0.0.1');
  readNumbers(socket, (value) => {
    number = Number.isNaN(value) ? number : value;
    socket.write(toBytes(number));
  });
}

let money = 999;

export function spend(port: number): void {
  money = 666;
  connect(port, '127.0.0.1').end(toBytes(money));
}

export async function spendInChild(): Promise<{ child: number; parent: number }> {
  const { socket } = await startAndMeet('spend');
  const child = await new Promise<number>((resolve) => readNumbers(socket, resolve));
  return { child, parent: money };
}

async function startAndMeet(name: string, ...args: unknown[]) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const task = { module: import.meta.url, name, args: [(server.address() as AddressInfo).port, ...args] };
  const child = spawn(process.execPath, [runTask, JSON.stringify(task)], { stdio: 'inherit' });
  const [socket] = (await once(server, 'connection')) as [Socket];
  server.close();
  return { child, socket };
}

function toBytes(number: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(number);
  return bytes;
}

function readNumbers(socket: Socket, callback: (number: number) => void): void {
  let bytes = Buffer.alloc(0);
  socket.on('data', (more: Buffer) => {
    bytes = Buffer.concat([bytes, more]);
    for (; bytes.length >= 8; bytes = bytes.subarray(8)) {
      callback(bytes.readDoubleLE());
    }
  });
}

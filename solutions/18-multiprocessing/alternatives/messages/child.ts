// The program of every child. It waits for the message that says what it is to be.
import type { Birth, ParentProcess } from './birth.ts';
import { family, Process } from './multiprocessing.ts';

/** The channel ends with the parent; or nearly so: the kernel closes it while the parent is still on its way out. */
let isConnected = true;
const disconnected = new Promise<void>((resolve) => {
  process.once('disconnect', () => {
    isConnected = false;
    resolve();
  });
});

process.once('message', (birth: Birth) => {
  // What is listened to keeps a process up, unless it is told not to.
  process.channel?.unref();
  void live(birth);
});

async function live({ target, subclass, identity, parent, ...options }: Birth): Promise<void> {
  family.parent = watched(parent);
  family.isLoading = true;
  const ownClass = subclass && (await import(subclass.module))[subclass.name];
  const task = target && { ...target, module: new URL(target.module) };
  if (task !== undefined) {
    await import(task.module.href);
  }

  const self = Process.current({ ...options, ...(task && { target: task }) }, ownClass);
  Object.assign(self, subclass?.fields);
  family.settle(self, identity);
  await self.run();
}

function watched({ pid, name }: Birth['parent']): ParentProcess {
  return {
    pid,
    name,
    isAlive: () => isConnected,
    async join(timeoutMs) {
      if (!isConnected || (timeoutMs !== undefined && timeoutMs <= 0)) {
        return;
      }

      const isLimited = timeoutMs !== undefined && timeoutMs < 2 ** 31;
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<void>((resolve) => {
        timer = isLimited ? setTimeout(resolve, timeoutMs) : undefined;
      });
      process.channel?.ref();
      await Promise.race([disconnected, limit]);
      process.channel?.unref();
      clearTimeout(timer);
    },
  };
}

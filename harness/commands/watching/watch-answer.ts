import { watch } from 'node:fs';
import { answerDigest } from '../../workbook/answers.ts';
import type { Kata } from '../../workbook/katas.ts';

/** An editor saves in several operations, each of which is an event. */
const SETTLED_MS = 60;

/**
 * Watches the answer to a kata.
 * @param onSave called when its content is another one than before, once all that the editor does is over
 * @returns ends the watch
 */
export async function watchAnswer(kata: Kata, onSave: () => void): Promise<() => void> {
  let digest = await digestOf(kata);
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    const now = await digestOf(kata);
    if (now !== digest) {
      digest = now;
      onSave();
    }
  };
  const watcher = watch(kata.directory, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), SETTLED_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

/** Undefined while there is no answer: some editors put the new file in the place of the old one. */
function digestOf(kata: Kata): Promise<string | undefined> {
  return answerDigest(kata).catch(() => undefined);
}

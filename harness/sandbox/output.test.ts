import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { CapturedOutput } from './output.ts';

test('output is at its end when nobody can write any more, and not before', async () => {
  const stream = new PassThrough();
  const output = new CapturedOutput(stream);
  stream.write('said ');
  expect(output.isAtEnd).toBe(false);
  stream.end('in the end');
  await once(stream, 'end');
  expect({ text: output.text, isAtEnd: output.isAtEnd }).toEqual({ text: 'said in the end', isAtEnd: true });
});

test('output to which nobody listens any more is at its end', async () => {
  const stream = new PassThrough();
  const output = new CapturedOutput(stream);
  output.hangUp();
  await once(stream, 'close');
  expect(output.isAtEnd).toBe(true);
});

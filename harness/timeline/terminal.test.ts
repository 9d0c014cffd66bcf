import { expect, test } from 'vitest';
import { pictureOptions } from './terminal.ts';

const TTY = { isTTY: true, columns: 120 };
const UTF8 = { LANG: 'en_US.UTF-8', TERM: 'xterm' };

test.for([
  ['a UTF-8 locale', { LANG: 'en_US.UTF-8' }, false],
  ['the spelling of glibc', { LANG: 'C.utf8' }, false],
  ['the POSIX locale', { LANG: 'C' }, true],
  ['another character set', { LANG: 'zh_CN.GBK' }, true],
  ['LC_ALL before LANG', { LC_ALL: 'C', LANG: 'en_US.UTF-8' }, true],
  ['LC_CTYPE before LANG', { LC_CTYPE: 'en_US.UTF-8', LANG: 'C' }, false],
  ['an empty LC_ALL as none', { LC_ALL: '', LANG: 'C' }, true],
  ['no locale, as in a container', {}, false],
  ["no locale on the kernel's console", { TERM: 'linux' }, true],
  ['a dumb terminal', { TERM: 'dumb', LANG: 'en_US.UTF-8' }, true],
  ['PIDOJO_ASCII', { PIDOJO_ASCII: '1', LANG: 'en_US.UTF-8' }, true],
] as const)('draws for %s', ([, env, ascii]) => {
  expect(pictureOptions(env, TTY).ascii).toBe(ascii);
});

test.for([
  ['on a terminal', UTF8, TTY, true],
  ['not in a file', UTF8, {}, false],
  ['not with NO_COLOR', { ...UTF8, NO_COLOR: '1' }, TTY, false],
  ['with an empty NO_COLOR', { ...UTF8, NO_COLOR: '' }, TTY, true],
  ['not on a dumb terminal', { ...UTF8, TERM: 'dumb' }, TTY, false],
] as const)('colours %s', ([, env, stream, colour]) => {
  expect(pictureOptions(env, stream).colour).toBe(colour);
});

test.for([
  ['a wide terminal', TTY, 80],
  ['a narrow terminal', { isTTY: true, columns: 64 }, 64],
  ['a terminal without a size', { isTTY: true, columns: 0 }, 80],
  ['a file', {}, 80],
] as const)('keeps to the width of %s', ([, stream, width]) => {
  expect(pictureOptions(UTF8, stream).width).toBe(width);
});

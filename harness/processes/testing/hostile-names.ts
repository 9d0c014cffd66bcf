/** A name that lsof writes as `^A^?`, which another file may be called. */
export const controlCharacters = '\u0001\u007f';

/** File names that a careless reader takes for something else. */
export const hostileNames = [
  'two words',
  ' space before',
  'space after ',
  ' ',
  '(',
  ')',
  'a) R 1 1',
  'b (c) S 1 1 1 (',
  'line\nbreak',
  '\n',
  'x\n    1 forged',
  'y\n1 0 0 S 0',
  'tab\tstop',
  'naïve',
  '日本語',
  // 15 bytes end within a character.
  'fourteen bytes日',
  'longer than fifteen bytes',
  'back\\slash',
  'z <defunct>',
  '\u00a0',
  controlCharacters,
  '-o',
];

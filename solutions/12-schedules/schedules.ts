const [tony, kevin] = ['tony', 'kevin'];

/** Both have looked before either has written: each writes 0, one less than the 1 that it saw. */
export const oversell: readonly string[] = [
  ...[tony],
  ...[kevin, kevin, kevin, kevin, kevin],
  ...[tony, tony, tony, tony],
];

/** Tony has seen that there is no lock; what he saw is old when he creates it. Kevin is inside then, and must not leave yet. */
export const doubleHold: readonly string[] = [
  ...[tony],
  ...[kevin, kevin, kevin, kevin],
  ...[tony, tony, tony, tony, tony],
  ...[kevin, kevin],
];

/** Each takes its first lock, and looks twice in vain for its second. */
export const deadlock: readonly string[] = [...[tony], ...[kevin, kevin, kevin, kevin], ...[tony, tony, tony]];

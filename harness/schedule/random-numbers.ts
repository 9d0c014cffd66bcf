const GOLDEN_GAMMA = 0x9e3779b97f4a7c15n;

/**
 * Integers of 64 bits, evenly spread; the same seed gives the same ones, neighbouring seeds have nothing in common.
 * SplitMix64 (Steele, Lea and Flood 2014, Fast Splittable Pseudorandom Number Generators), with the constants of Vigna's version
 * (https://prng.di.unimi.it/splitmix64.c).
 * @throws {RangeError} when the seed is no integer
 */
export function splitMix64(seed: number): () => bigint {
  let state = BigInt.asUintN(64, BigInt(seed));
  return () => {
    state = BigInt.asUintN(64, state + GOLDEN_GAMMA);
    let mixed = state;
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    return mixed ^ (mixed >> 31n);
  };
}

/** Fractions in [0, 1) with 53 bits of chance, all that a number holds. */
export function fractions(seed: number): () => number {
  const next = splitMix64(seed);
  return () => Number(next() >> 11n) * 2 ** -53;
}

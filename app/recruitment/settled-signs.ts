/** Signs that a protected finding can be substantiated with: words alone, for pages as for services. Pure. */

/**
 * Signs of the guidelines of the 20th International Conference of Labour Statisticians (ICLS, 2018): that work is not voluntary,
 * and of threat and menace of penalty. Ids of the reference table `forced-labour-indicators`.
 */
export const INVOLUNTARY_SIGNS = [
  "ICLS-I1",
  "ICLS-I2",
  "ICLS-I3",
  "ICLS-I4",
  "ICLS-I5",
  "ICLS-I6",
  "ICLS-I7",
  "ICLS-I8",
  "ICLS-I9",
] as const;
export const THREAT_SIGNS = ["ICLS-C1", "ICLS-C2", "ICLS-C3", "ICLS-C4", "ICLS-C5", "ICLS-C6"] as const;
const ALL_SIGNS = [...INVOLUNTARY_SIGNS, ...THREAT_SIGNS];
export type SettledSign = (typeof ALL_SIGNS)[number];

/** Those of some words that are signs, in the order of the guidelines. */
export const signsAmong = (given: unknown): SettledSign[] =>
  Array.isArray(given) ? ALL_SIGNS.filter((sign) => given.includes(sign)) : [];

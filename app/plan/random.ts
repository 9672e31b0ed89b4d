/** Chance that anyone can repeat: the same seed gives the same draw on every machine. */

/** Four 32-bit numbers from a text (MurmurHash3's mixing, as in the public-domain cyrb128). */
function mixed(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ k, 597399067);
    b = c ^ Math.imul(b ^ k, 2869860233);
    c = d ^ Math.imul(c ^ k, 951274213);
    d = a ^ Math.imul(d ^ k, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
}

/** Whole numbers below a limit, each as likely as the others (the generator sfc32, biased values thrown away). */
function numbersFrom(seed: string): (limit: number) => number {
  let [a, b, c, d] = mixed(seed);
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i++) next();
  return (limit) => {
    const fair = Math.floor(2 ** 32 / limit) * limit;
    for (;;) {
      const found = next();
      if (found < fair) return found % limit;
    }
  };
}

/**
 * The first `take` of a shuffled row of the numbers 0 to `count - 1`, without making the row: memory and time grow with
 * `take` alone. Every set of that many numbers is as likely as any other; a longer draw begins with the shorter one.
 */
export function drawNumbers(seed: string, count: number, take: number): number[] {
  const below = numbersFrom(seed);
  const moved = new Map<number, number>();
  const drawn: number[] = [];
  for (let at = 0; at < Math.min(take, count); at++) {
    const pick = at + below(count - at);
    drawn.push(moved.get(pick) ?? pick);
    moved.set(pick, moved.get(at) ?? at);
  }
  return drawn;
}

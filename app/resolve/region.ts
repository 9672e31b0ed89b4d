import type { Iso2 } from "../../risk-models/types";
import { fold, HAN } from "./fold";
import type { RegionName } from "./tables";

/** After a place name: a street of that name in another city ("Urumqi Middle Road, Shanghai", "乌鲁木齐中路"). */
const LATIN_STREET =
  /^ ((north|south|east|west|middle|central|n|s|e|w|zhong|bei|nan|dong|xi|no \d+|first|second|1st|2nd) )*(road|rd|street|str|st|lu|jie|avenue|ave|lane|alley|garden|building|hotel|restaurant|mansion)( |$|\d)/;
const HAN_STREET = /^[东東西南北中]?[一二三四]?(路|街|大道|大街|巷|弄|胡同|里|饭店|飯店|大厦|大廈)/u;
/** Xinjiang County lies in Yuncheng, Shanxi. */
const ELSEWHERE = /(^| )(shanxi|yuncheng)( |$)|山西|运城/;
const UNSPACED = /\p{Script=Han}|\p{Script=Arabic}/u;

/** The region named in a text of a country, or null. Only regions that matter to the method are known (today CN-XJ). */
export function createRegionReader(regions: readonly RegionName[]): (text: string, country: Iso2) => string | null {
  const byCountry = new Map<string, CountryRegions>();
  for (const entry of regions) {
    let known = byCountry.get(entry.iso2);
    if (!known)
      byCountry.set(
        entry.iso2,
        (known = {
          firstWords: new Set(),
          wordShapes: new Uint8Array(128 * SHAPES),
          firstLetters: new Set(),
          whole: new Map(),
          anywhere: [],
        }),
      );
    if (UNSPACED.test(entry.name)) known.firstLetters.add(entry.name.charCodeAt(0));
    else {
      const first = entry.name.split(" ")[0]!;
      known.firstWords.add(first);
      if (first.charCodeAt(0) < 128) known.wordShapes[shapeOf(first.charCodeAt(0), first.length)] = 1;
    }
    known.whole.set(entry.name, entry.region);
    if (entry.match === "anywhere") known.anywhere.push(entry);
  }

  return (text, country) => {
    const known = byCountry.get(country);
    if (text === "" || !known || !mayNameUnfolded(known, text)) return null;
    const folded = fold(text);
    if (folded === "" || !mayName(known, folded) || ELSEWHERE.test(folded)) return null;
    const direct = known.whole.get(folded);
    if (direct) return direct;
    for (const part of text.split(/[,;/|，、\n()]+/)) {
      const found = known.whole.get(fold(part));
      if (found) return found;
    }
    for (const entry of known.anywhere) if (standsIn(folded, entry.name)) return entry.region;
    return null;
  };
}

interface CountryRegions {
  readonly firstWords: Set<string>;
  /** 1 where a first word of that initial and length is known (`shapeOf`). */
  readonly wordShapes: Uint8Array;
  readonly firstLetters: Set<number>;
  readonly whole: Map<string, string>;
  readonly anywhere: RegionName[];
}

const SHAPES = 32;
const shapeOf = (initial: number, length: number): number => initial * SHAPES + Math.min(length, SHAPES - 1);

const APOSTROPHE = 39;
const GRAVE = 96;
/** Punctuation of Chinese addresses: 、 。 （ ） ， */
const HAN_PUNCTUATION = new Set([0x3001, 0x3002, 0xff08, 0xff09, 0xff0c]);

/**
 * `mayName` before folding, for the many addresses no two of which are alike: false only where folding cannot bring a name
 * to light. Texts with apostrophes or other letters than ASCII and Han are left to `mayName`.
 */
function mayNameUnfolded(known: CountryRegions, text: string): boolean {
  let word = -1;
  let initial = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 32;
    const lower = code | 32;
    if ((lower >= 97 && lower <= 122 && code < 128) || (code >= 48 && code <= 57)) {
      if (word < 0) {
        word = at;
        initial = lower;
      }
      continue;
    }
    if (code === APOSTROPHE || code === GRAVE) return true;
    if (code > 127) {
      if (known.firstLetters.has(code)) return true;
      if ((code < 0x4e00 || code > 0x9fff) && !HAN_PUNCTUATION.has(code)) return true;
    }
    if (
      word >= 0 &&
      known.wordShapes[shapeOf(initial, at - word)] === 1 &&
      known.firstWords.has(text.slice(word, at).toLowerCase())
    )
      return true;
    word = -1;
  }
  return false;
}

/** Most texts name no region: one look at their words is enough to say so. */
function mayName(known: CountryRegions, folded: string): boolean {
  let word = 0;
  for (let at = 0; at <= folded.length; at += 1) {
    const code = at < folded.length ? folded.charCodeAt(at) : 32;
    if (code === 32) {
      if (at > word && known.firstWords.has(folded.slice(word, at))) return true;
      word = at + 1;
    } else if (code > 0x5ff && known.firstLetters.has(code)) return true;
  }
  return false;
}

function standsIn(folded: string, name: string): boolean {
  const unspaced = UNSPACED.test(name);
  for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
    const after = folded.slice(at + name.length);
    if (unspaced) {
      if (!(HAN.test(name) && HAN_STREET.test(after))) return true;
    } else if ((at === 0 || folded[at - 1] === " ") && (after === "" || after[0] === " ") && !LATIN_STREET.test(after))
      return true;
  }
  return false;
}

import type { Iso2 } from "../../risk-models/types";
import { fold, HAN } from "./fold";
import type { RegionName } from "./tables";

/** After a place name: a street of that name in another city ("Urumqi Middle Road, Shanghai", "乌鲁木齐中路"). */
const LATIN_STREET = /^ ((north|south|east|west|middle|central|n|s|e|w|zhong|bei|nan|dong|xi|no \d+|first|second|1st|2nd) )*(road|rd|street|str|st|lu|jie|avenue|ave|lane|alley|garden|building|hotel|restaurant|mansion)( |$|\d)/;
const HAN_STREET = /^[东東西南北中]?[一二三四]?(路|街|大道|大街|巷|弄|胡同|里|饭店|飯店|大厦|大廈)/u;
/** Xinjiang County lies in Yuncheng, Shanxi. */
const ELSEWHERE = /(^| )(shanxi|yuncheng)( |$)|山西|运城/;
const UNSPACED = /\p{Script=Han}|\p{Script=Arabic}/u;

/** The region named in a text of a country, or null. Only regions that matter to the method are known (today CN-XJ). */
export function createRegionReader(regions: readonly RegionName[]): (text: string, country: Iso2) => string | null {
  const countries = new Set(regions.map((entry) => entry.iso2));
  const whole = new Map(regions.map((entry) => [`${entry.iso2} ${entry.name}`, entry.region]));
  const anywhere = regions.filter((entry) => entry.match === "anywhere");

  return (text, country) => {
    if (text === "" || !countries.has(country)) return null;
    const folded = fold(text);
    if (folded === "" || ELSEWHERE.test(folded)) return null;
    const direct = whole.get(`${country} ${folded}`);
    if (direct) return direct;
    for (const part of text.split(/[,;/|，、\n()]+/)) {
      const found = whole.get(`${country} ${fold(part)}`);
      if (found) return found;
    }
    for (const entry of anywhere) if (entry.iso2 === country && standsIn(folded, entry.name)) return entry.region;
    return null;
  };
}

function standsIn(folded: string, name: string): boolean {
  const unspaced = UNSPACED.test(name);
  for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
    const after = folded.slice(at + name.length);
    if (unspaced) {
      if (!(HAN.test(name) && HAN_STREET.test(after))) return true;
    } else if ((at === 0 || folded[at - 1] === " ") && (after === "" || after[0] === " ") && !LATIN_STREET.test(after)) return true;
  }
  return false;
}

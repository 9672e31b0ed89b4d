/** What the name of a firm says about its trade. Names are made of surnames and places too, so a word weighs less here than in a purpose. */
import { hasCompanyForm, startsWithGivenName } from "../imports/payees";
import { nameKey } from "../imports/name-key";
import { fold, HAN } from "./fold";
import { isNeutral, wordsOf } from "./stems";
import type { TextIndex } from "./tables";
import { isService, phrasesIn, readHan, reading, type Found } from "./text";
import type { TextReading } from "./text-reading";

/** The strength of a word that has one meaning only. */
const ONE_MEANING = 3;

/** Words that firms of every trade carry in their names, whatever they mean as a purpose; stems. */
const OF_ANY_TRADE = new Set(["agency", "trading", "trade", "network", "point", "track", "key", "агентств", "торгов"]);

/** Words behind the trade that add nothing to it. */
const BEHIND = new Set(["uk", "gb", "usa", "eu", "llp", "centre", "center"]);

const BRACKETS = /\([^)]{0,200}\)|\[[^\]]{0,200}\]/g;

/**
 * Reads the sector from a name. A phrase of at least two words counts wherever it stands. A single word counts only where it has
 * one meaning and stands where a firm names its trade: last in English ("Jennings Roofing"), anywhere in Russian. What stands
 * beside "and" counts when both sides are known words ("Cleaning & Maintenance"), since partners are joined so as well ("Manson
 * and Woods"). A single word for a thing needs a legal form or the plural too ("Rapid Computers Ltd"), and more than a given
 * name before it ("Emma Ball Ltd").
 */
export function createNameReader(load: () => TextIndex): (name: string) => TextReading | null {
  let index: TextIndex | undefined;
  return (name) => {
    index ??= load();
    if (HAN.test(name)) return readHan(index, fold(name));
    const bare = name.replace(BRACKETS, " ").replaceAll("&", " and ");
    const folded = fold(bare);
    const words = wordsOf(folded);
    const { stems, joints } = words;
    const found = phrasesIn(index, words).filter(({ to }) => to <= words.head);
    const cyrillic = /\p{Script=Cyrillic}/u.test(folded);
    const end = endOf(words.head, stems, found);
    const isKnown = (at: number) => found.some(({ from, to, entry }) => from <= at && at < to && entry[0] !== null);
    const partnersKnown = ({ from, to }: Found) =>
      (!joints.has(from) || from === 0 || isKnown(from - 1)) && (!joints.has(to) || to >= end || isKnown(to));
    const atItsPlace = (one: Found) => (cyrillic || one.to === end || joints.has(one.to)) && partnersKnown(one);
    const isThingNamed = ({ to }: Found) => {
      const key = nameKey(bare);
      const written = folded.split(" ").some((word) => word.endsWith("s") && wordsOf(word).stems[0] === stems[to - 1]);
      const person = stems.length === 2 && startsWithGivenName(key);
      return (cyrillic || written || hasCompanyForm(key)) && !person;
    };
    const says = (one: Found): boolean => {
      const [isic, , strength] = one.entry;
      if (isic === null || strength < 2) return false;
      const own = stems.slice(one.from, one.to).filter((stem) => !isNeutral(stem));
      // "Porter Ltd": a surname as likely as a trade.
      if (end === 1 && !cyrillic) return false;
      if (own.length > 1) return true;
      if (strength < ONE_MEANING || own.every((stem) => OF_ANY_TRADE.has(stem)) || !atItsPlace(one)) return false;
      return isService(isic) || isThingNamed(one);
    };
    const saying = found.filter(says);
    const best = saying.find(({ entry }) => isService(entry[0])) ?? saying[0];
    return best ? reading(best.entry, best.to - best.from) : null;
  };
}

/** One past the word that names the trade: what is behind it goes with any. */
function endOf(head: number, stems: readonly string[], found: readonly Found[]): number {
  let end = head;
  for (;;) {
    const last = end - 1;
    const empty = found.find(({ from, to, entry }) => from <= last && last < to && entry[0] === null);
    if (empty) end = empty.from;
    else if (last > 0 && (isNeutral(stems[last]!) || BEHIND.has(stems[last]!)) && !found.some(({ to }) => to === end))
      end -= 1;
    else return end;
    if (end <= 0) return head;
  }
}

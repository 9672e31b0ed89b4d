import { fold, HAN } from "./fold";
import { narrower, type CountryLookup } from "./country";
import type { CountryMatch } from "./types";

/** Country names that are at least as often a town, a state or a province where an address ends: never read from an address. */
const ALSO_A_TOWN = new Set([
  "georgia", "salvador", "trinidad", "tobago", "niger", "jersey", "saint martin", "st martin", "victoria", "macedonia", "guernsey", "antigua", "granada",
  "lebanon", "cuba", "peru", "panama", "jordan", "malta", "norway", "poland", "madeira", "reunion", "saudi", "phil", "guinea", "congo", "santa lucia",
]); // prettier-ignore
/** Of these, the ones that are taken when a whole part of the address is just that word and other parts stand before it. */
const COUNTRY_AFTER_PARTS: Readonly<Record<string, number>> = {
  norway: 1, poland: 1, peru: 1, jordan: 1, malta: 1, panama: 1, cuba: 2, lebanon: 2, reunion: 2,
}; // prettier-ignore

/** A word before a country name that makes it a street, a house or another place. */
const NOT_BEFORE = new Set([
  "new", "north", "south", "east", "west", "rue", "av", "ave", "avenue", "avenida", "boulevard", "blvd", "bd", "calle", "street", "st", "str", "strasse", "straat", "road", "rd",
  "via", "viale", "piazza", "plaza", "place", "square", "sq", "lane", "drive", "way", "ul", "ulica", "ул", "улица", "проспект", "пр", "площадь", "пл", "пер", "переулок", "шоссе",
  "hotel", "hotell", "house", "bank", "edificio", "torre", "tower", "building", "cad", "cadde", "sokak", "sk", "mah", "of", "de", "du", "des", "del", "della", "da", "do",
  "la", "el", "al", "d", "the", "in", "little", "lake", "rio", "puerto", "port", "fort", "villa", "ville", "colonia", "col", "barrio", "residencial", "jalan", "jl", "embassy",
]); // prettier-ignore

const STREET_WORD =
  /(^| )(rue|av|ave|avenue|avenida|boulevard|blvd|calle|street|road|rd|strasse|straat|via|viale|ul|ulica|улица|ул|проспект|пр|площадь|переулок|шоссе|cad|cadde|caddesi|sokak|jalan|jl)( |$)/;
const SHORT_NAMES = new Set(["uk", "usa", "uae", "prc", "ksa", "drc", "dprk", "hk", "сша", "рф", "оаэ", "кнр", "рк"]);
const PARTS = /[,;\n\r،，、|]+/;
const POSTAL = /^[\d\s-]*\d[\d\s-]*|[\d\s-]*\d[\d\s-]*$/g;
/** What follows the name of China, Taiwan, Hong Kong or Japan when it opens an address written without blanks. */
const HAN_PLACE = /^[\p{Script=Han}]{1,6}(省|市|自治区|自治區|特别行政区|特別行政區|县|縣|区|區|都|府|道)/u;
/** "香港九龍觀塘" needs no word for a district; "香港中路" is a street in many cities. */
const HAN_CITY_STATE = /^(香港|澳门|澳門)(?![东東西南北中一二三]?(路|街|大道|大街|巷))/u;
const LONGEST_NAME_WORDS = 6;

/**
 * The country an address names at its end or its start, or null. Both ends may name one only if they agree; a place with
 * a code of its own (Hong Kong) wins over the state written after it.
 */
export function createAddressReader(lookup: CountryLookup): (address: string) => CountryMatch | null {
  function name(folded: string): CountryMatch | null {
    if (folded.length < 4 && !SHORT_NAMES.has(folded) && !HAN.test(folded)) return null;
    const match = lookup.named(folded);
    return match ? { iso2: match.iso2, region: match.region, how: "address" } : null;
  }

  function whole(part: string, before: number): CountryMatch | null {
    const folded = fold(part.replace(POSTAL, " "));
    if (ALSO_A_TOWN.has(folded) && before < (COUNTRY_AFTER_PARTS[folded] ?? Infinity)) return null;
    return name(folded);
  }

  /** "Dhaka 1212 Bangladesh": the last words of the last part, the longest name first. */
  function lastWords(part: string): CountryMatch | null {
    const folded = fold(part);
    if (STREET_WORD.test(folded)) return null;
    const words = folded.replace(/( \d[\d ]*)$/, "").split(" ");
    for (let count = Math.min(LONGEST_NAME_WORDS, words.length - 1); count >= 1; count -= 1) {
      const tail = words.slice(-count).join(" ");
      const before = words[words.length - count - 1] ?? "";
      const match = ALSO_A_TOWN.has(tail) ? null : name(tail);
      if (match) return NOT_BEFORE.has(before) ? null : match;
    }
    return null;
  }

  function openingHan(part: string): CountryMatch | null {
    const cityState = HAN_CITY_STATE.exec(part)?.[1];
    if (cityState) return name(fold(cityState));
    for (let length = 8; length >= 2; length -= 1) {
      const head = part.slice(0, length);
      if (head.length < length || !HAN_PLACE.test(part.slice(length))) continue;
      const match = name(fold(head));
      if (match) return match;
    }
    return null;
  }

  return (address) => {
    const parts = address
      .split(PARTS)
      .map((part) => part.trim())
      .filter((part) => part !== "" && fold(part) !== "");
    const last = parts.at(-1);
    const first = parts[0];
    if (last === undefined || first === undefined) return null;
    let end = whole(last, parts.length - 1) ?? lastWords(last);
    if (!end && parts.length > 1 && isPostal(last))
      end = whole(parts.at(-2) ?? "", parts.length - 2) ?? lastWords(parts.at(-2) ?? "");
    if (end && parts.length > 1) {
      const inner = whole(parts.at(-2) ?? "", parts.length - 2) ?? null;
      const narrow = inner ? narrower(inner.iso2, end.iso2) : null;
      if (narrow && narrow !== end.iso2) end = { iso2: narrow, region: null, how: "address" };
    }
    const start = (parts.length > 1 ? whole(first, 0) : null) ?? openingHan(first);
    if (!start || !end) return start ?? end;
    const agreed = narrower(start.iso2, end.iso2);
    return agreed ? { iso2: agreed, region: start.region ?? end.region, how: "address" } : null;
  };
}

function isPostal(part: string): boolean {
  return /^[A-Za-z]{0,3}[\d\s-]*\d[\d\s-]*[A-Za-z]{0,3}$/.test(part);
}

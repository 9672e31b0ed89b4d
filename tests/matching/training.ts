/**
 * Pairs the weights are fitted on, made anew from a seed: invented firms written in two ways (one firm), and near misses of the
 * kinds that blocking proposes (two firms). Nothing here is in the labelled cases or among the aliases the bench plants.
 */
import { BlockingIndex } from "../../app/matching/blocking";
import type { Party } from "../../app/matching/types";
import { Draw } from "../bench/list-draw";
import { REGIONS, type Region } from "./training-words";

export interface LabelledPair {
  readonly left: Party;
  readonly right: Party;
  readonly same: boolean;
}

interface Firm {
  readonly region: Region;
  readonly core: readonly number[];
  readonly trades: readonly number[];
  readonly city: string | null;
  readonly number: number | null;
  readonly form: number;
  readonly country: string;
  readonly address: readonly string[];
}

const STREETS = [
  "Harbour Road",
  "Mill Lane",
  "Station Street",
  "Green Avenue",
  "Canal Way",
  "Hill Street",
  "Garden Road",
  "Market Square",
];

function firm(draw: Draw, region = draw.pick(REGIONS)): Firm {
  const long = region.core.length;
  const core = [draw.whole(long), draw.whole(long), ...(draw.chance(0.25) ? [draw.whole(long)] : [])];
  const trades = [draw.whole(region.trades.length), ...(draw.chance(0.4) ? [draw.whole(region.trades.length)] : [])];
  return {
    region,
    core,
    trades: draw.chance(0.12) ? [] : trades,
    city: draw.chance(0.4) ? draw.pick(region.cities) : null,
    number: draw.chance(0.08) ? 1 + draw.whole(9) : null,
    form: draw.whole(region.forms.length),
    country: draw.pick(region.countries),
    address: addressOf(draw, region),
  };
}

const addressOf = (draw: Draw, region: Region): string[] => [
  String(1 + draw.whole(400)),
  draw.pick(STREETS),
  `${draw.pick(region.core)[0]}${draw.pick(region.core)[0]} Industrial Park`,
  draw.pick(region.cities),
  String(100000 + draw.whole(800000)),
];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const coreText = ({ region, core }: Firm): string => core.map((at) => region.core[at]![0]).join("");

/** A name as its firm would first write it. */
function plain(of: Firm, draw: Draw): string {
  const { region, city, trades, number, form } = of;
  const words = [city, capital(coreText(of)), ...trades.map((at) => capital(region.trades[at]![0]))];
  if (number !== null) words.push(`${draw.pick(["No.", "Factory No.", "Unit", "Plant"])} ${number}`);
  const name = words.filter(Boolean).join(" ");
  if (draw.chance(0.12)) return name;
  return region.formsInFront && draw.chance(0.5) ? `${region.forms[form]} ${name}` : `${name} ${region.forms[form]}`;
}

function native({ region, city, core, trades }: Firm): string {
  const join = region.spaced ? " " : "";
  const parts = [...(city ? [region.nativeCity(city)] : []), core.map((at) => region.core[at]![1]).join("")];
  return [...parts, ...trades.map((at) => region.trades[at]![1]), region.nativeForm].filter(Boolean).join(join);
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

function typo(word: string, draw: Draw): string {
  if (word.length < 5) return word;
  const at = 1 + draw.whole(word.length - 2);
  const letter = LETTERS.charAt(draw.whole(26));
  switch (draw.whole(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default:
      return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  }
}

const RESPELLED: readonly (readonly [string, string])[] = [
  ["zh", "j"],
  ["kh", "h"],
  ["iy", "y"],
  ["ya", "ia"],
  ["yu", "iu"],
  ["ou", "u"],
  ["oo", "u"],
  ["q", "k"],
  ["x", "hs"],
  ["c", "k"],
  ["w", "v"],
];
const SHORTER: readonly (readonly [string, string])[] = [
  ["Technology", "Tech"],
  ["International", "Intl"],
  ["Industry", "Ind."],
  ["Manufacturing", "Mfg"],
  ["Development", "Dev."],
  ["Trading", "Trdg"],
  ["Import Export", "Imp. & Exp."],
  ["Textile", "Tex"],
];

/** The name once more, as another list would have it. */
function rewritten(of: Firm, draw: Draw): string {
  const { region } = of;
  if (region.native && draw.chance(0.22)) return native(of);
  let core = capital(coreText(of));
  const pieces = of.core.map((at) => region.core[at]![0]);
  const chance = draw.next();
  if (chance < 0.15) core = typo(core, draw);
  else if (chance < 0.3) core = pieces.map(capital).join(draw.chance(0.7) ? " " : "-");
  else if (chance < 0.42) {
    const [from, to] = draw.pick(RESPELLED);
    core = core.toLowerCase().replace(from, to);
  }
  let words = [of.city, core, ...of.trades.map((at) => capital(region.trades[at]![0]))].filter((word) => word !== null);
  if (of.city && draw.chance(0.25)) words = words.slice(1);
  if (of.trades.length > 0 && draw.chance(0.2)) words = words.slice(0, -1);
  if (draw.chance(0.12)) words.push(draw.pick(["Group", "International", "Holding", "China", "Global", "Company"]));
  if (draw.chance(0.08)) words.unshift(draw.pick(region.cities));
  if (draw.chance(0.08)) words = [words.at(-1)!, ...words.slice(0, -1)];
  if (of.number !== null && draw.chance(0.85)) words.push(`No ${of.number}`);
  let name = words.join(" ");
  if (draw.chance(0.3)) for (const [from, to] of SHORTER) name = name.replace(from, to);
  if (draw.chance(0.02) && of.trades.length > 1)
    return [...name.matchAll(/\b[A-Za-z]/g)]
      .map(([letter]) => letter)
      .join("")
      .toUpperCase();
  if (draw.chance(0.25)) return name;
  const form = draw.chance(0.85) ? region.spellings(of.form, draw) : draw.pick(region.forms);
  return region.formsInFront && draw.chance(0.5) ? `${form} ${name}` : `${name} ${form}`;
}

/** Another firm that a search for the first would bring up. */
function nearMiss(of: Firm, draw: Draw): Firm {
  const { region } = of;
  const other = firm(draw, region);
  const chance = draw.next();
  if (chance < 0.36) return { ...other, trades: of.trades, city: of.city, form: of.form };
  if (chance < 0.58)
    return {
      ...other,
      core: [of.core[0]!, ...other.core.slice(1)],
      trades: draw.chance(0.6) ? of.trades : other.trades,
    };
  if (chance < 0.64) return { ...of, number: ((of.number ?? 0) % 9) + 1, address: other.address };
  if (chance < 0.72)
    return {
      ...of,
      trades: other.trades,
      city: other.city,
      form: other.form,
      country: draw.pick(draw.pick(REGIONS).countries),
      address: other.address,
    };
  if (chance < 0.74)
    return { ...of, country: draw.pick(draw.pick(REGIONS).countries), form: other.form, address: other.address };
  if (chance < 0.765) return { ...of, form: other.form, address: other.address };
  if (chance < 0.79) return { ...of, city: draw.pick(region.cities), address: other.address, trades: other.trades };
  if (chance < 0.88)
    return { ...other, core: [...of.core.slice(0, -1), other.core.at(-1)!], trades: of.trades, city: of.city };
  return other;
}

function party(name: string, of: Firm, draw: Draw): Party {
  const address = of.address.filter(() => draw.chance(0.8));
  return {
    name,
    country: draw.chance(0.7) ? (draw.chance(0.04) ? draw.pick(draw.pick(REGIONS).countries) : of.country) : null,
    address: draw.chance(0.35) ? address.join(", ") : null,
    parent: draw.chance(0.1) ? `${coreText(of)} Holding` : null,
    sector: draw.chance(0.2) ? (draw.chance(0.8) ? of.region.sectors[of.trades[0] ?? 0]! : "46") : null,
  };
}

/** Nothing in either name or country tells these two apart, so they teach nothing. */
const indistinct = (one: Firm, other: Firm): boolean =>
  coreText(one) === coreText(other) &&
  one.number === other.number &&
  one.country === other.country &&
  one.form === other.form &&
  one.trades[0] === other.trades[0];

/** At most `count` pairs; three in eight are one firm. */
export function trainingPairs(count: number, seed: number): LabelledPair[] {
  const pairs: LabelledPair[] = [];
  for (let index = 0; index < count; index++) {
    const draw = new Draw().start(seed, index, 7);
    const one = firm(draw);
    const same = draw.chance(0.375);
    const other = same ? one : nearMiss(one, draw);
    if (!same && indistinct(one, other)) continue;
    const left = party(draw.chance(0.7) ? plain(one, draw) : rewritten(one, draw), one, draw);
    const right = party(draw.chance(0.2) ? plain(other, draw) : rewritten(other, draw), other, draw);
    pairs.push({ left, right, same });
  }
  return pairs;
}

/**
 * Two firms that blocking brings together: names drawn among `firms` invented ones, each with its five nearest. Firms of one core and
 * one trade are left out, since nothing in their names could tell them apart.
 */
export function minedPairs(firms: number, queries: number, seed: number): LabelledPair[] {
  const draw = new Draw();
  const listed = Array.from({ length: firms }, (_, at) => firm(draw.start(seed, at, 8)));
  const parties = listed.map((one, at) => party(plain(one, draw.start(seed, at, 9)), one, draw));
  const index = new BlockingIndex(parties);
  const pairs: LabelledPair[] = [];
  for (let at = 0; at < queries; at++) {
    const one = firm(draw.start(seed, at, 10));
    const asked = party(draw.chance(0.5) ? plain(one, draw) : rewritten(one, draw), one, draw);
    for (const found of index.candidates(asked, 5)) {
      const other = listed[found]!;
      if (coreText(other) === coreText(one) && other.trades[0] === one.trades[0]) continue;
      pairs.push({ left: asked, right: parties[found]!, same: false });
    }
  }
  return pairs;
}

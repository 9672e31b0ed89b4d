/**
 * Words of a folded text and their stems, light enough to be right for labels: plurals in English, the endings of
 * adjectives and nouns in Russian. The same word always gives the same stem; a stem is only ever compared with stems.
 */

/** Words that say nothing about what is bought. */
const STOP = new Set(
  [
    "a an and or the of for to in on at by with from without as per etc incl including other others misc miscellaneous various general",
    "provision providing delivery deliveries purchase purchases procurement payment payments charge charges fee fees cost costs expenses new type types kind all any our your their non n e c nec not",
    "ltd limited llc gmbh inc co sa as ag plc",
    "и или для из с со в во на по под при от до за к без а о об не прочие прочее прочих другие других другое иные иных кроме том числе т п др включая",
    "поставка поставки закупка закупки оказание выполнение приобретение",
    "und oder der die das den des dem von vom zu zur zum fur mit aus im auf bei sowie sonstige leistungen dienstleistungen lieferung",
    "et ou de du la le les l d un une en pour avec aux au sur fourniture fournitures prestations",
    "y o el los las del al para por con una uno e do da dos das em os servicios servicio servicos suministro",
    "og eller av til fra med som tjenester levering kjop",
  ]
    .join(" ")
    .split(" "),
);

/** Before these the name of the thing stands, after them what it is for, made of or found in. */
const HEAD_ENDS = new Set(
  "for to with from of in on at by per für fur mit aus von zu zur zum für für pour avec en de du des para con por med til fra av для из с со в во на по под при от к без".split(
    " ",
  ),
);

export interface Words {
  /** Stems in their order, stop words left out. */
  readonly stems: readonly string[];
  /** How many of the stems belong to the head: before the first preposition. */
  readonly head: number;
  /** Places before which "and" or another conjunction stood: what ends there is a head of its own. */
  readonly joints: ReadonlySet<number>;
}

const CONJUNCTIONS = new Set("and or und oder et ou y e o og eller i и или либо".split(" "));

/** "Supply of furniture", "supply and installation of …": no sector of its own when it stands first. */
const LEADING = new Set(["supply", "supplies", "supplying"]);

const MOST_WORDS = 40;

/** The words of a folded text that can mean something. */
export function wordsOf(folded: string): Words {
  const stems: string[] = [];
  const joints = new Set<number>();
  let head = -1;
  const all = folded.split(" ");
  for (let at = 0; at < all.length; at += 1) {
    const word = all[at]!;
    if (word === "") continue;
    if (head < 0 && stems.length > 0 && HEAD_ENDS.has(word)) head = stems.length;
    if (stems.length === 0 && LEADING.has(word) && (all[at + 1] === "of" || all[at + 1] === "and")) continue;
    if (CONJUNCTIONS.has(word)) {
      joints.add(stems.length);
      continue;
    }
    if (STOP.has(word) || isNumber(word) || (word.length < 2 && !HAN_CHARACTER.test(word))) continue;
    stems.push(stemOf(word));
    if (stems.length >= MOST_WORDS) break;
  }
  return { stems, head: head < 0 ? stems.length : head, joints };
}

const HAN_CHARACTER = /\p{Script=Han}/u;

/** Counts, sizes, grades and model numbers: "410", "50kg", "20х30", "m400", "15w40". */
const NUMBER = /\d/;
/** Words with a figure that are names of things. */
const NAMED_WITH_FIGURE = new Set(["3d", "1с", "1c", "4x4", "h2o", "co2"]);

const isNumber = (word: string): boolean => NUMBER.test(word) && !NAMED_WITH_FIGURE.has(word);

const isCyrillic = (word: string): boolean => {
  const code = word.charCodeAt(0);
  return code >= 0x400 && code <= 0x52f;
};

/** Words whose stem would be that of another thing: cheese and raw material, dress and circuit board, honey and copper, pepper and peppers. */
const IRREGULAR = new Map(
  Object.entries({
    сырье: "сырье", сырья: "сырье", сырьем: "сырье", сырью: "сырье",
    плата: "плата", платы: "плата", плату: "плата", платои: "плата", плат: "плата", платам: "плата", платами: "плата", платах: "плата",
    мед: "медпчелиныи", меда: "медпчелиныи", медом: "медпчелиныи", меду: "медпчелиныи",
    луки: "лукоружие", луков: "лукоружие",
    паром: "паромсудно", парома: "паромсудно", паромы: "паромсудно", паромов: "паромсудно",
    pepper: "peppercorn",
    glasses: "eyeglass",
  }),
); // prettier-ignore

export function stemOf(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  return isCyrillic(word) ? stemRussian(word) : stemLatin(word);
}

function stemLatin(word: string): string {
  let stem = word;
  const length = stem.length;
  if (length > 4 && stem.endsWith("ies")) stem = `${stem.slice(0, -3)}y`;
  else if (length > 4 && /(ss|x|ch|sh|zz)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (length > 3 && stem.endsWith("s") && !/(ss|us|is)$/.test(stem)) stem = stem.slice(0, -1);
  return stem;
}

/** Words that go with anything: they can be part of a phrase, but neither their presence nor their absence says anything. */
const NEUTRAL = new Set(
  "product good item work supply supplier material company industry business group service men women lady girl boy kid children unisex adult услуг работ издел товар продукц".split(
    " ",
  ),
);
export const isNeutral = (stem: string): boolean => NEUTRAL.has(stem);

/** Endings as they stand after folding: й has become и, ё has become е. Longest first. */
const RUSSIAN_ENDINGS = [
  "иями", "ями", "ами", "ыми", "ими", "его", "ого", "ему", "ому", "иях", "иям", "ием", "ости", "ость",
  "ая", "яя", "ое", "ее", "ыи", "ии", "ои", "еи", "ые", "ие", "ым", "им", "ом", "ем", "ую", "юю", "ых", "их", "ов", "ев", "ам", "ям", "ах", "ях", "ия", "ию", "ью", "ье", "ья", "ию",
  "а", "я", "о", "е", "ы", "и", "у", "ю", "ь",
]; // prettier-ignore

function stemRussian(word: string): string {
  if (word.length < 4) return word;
  let stem = word;
  for (const ending of RUSSIAN_ENDINGS)
    if (stem.length - ending.length >= 3 && stem.endsWith(ending)) {
      stem = stem.slice(0, -ending.length);
      break;
    }
  if (stem.endsWith("нн")) stem = stem.slice(0, -1);
  return stem.length > 3 && stem.endsWith("ь") ? stem.slice(0, -1) : stem;
}

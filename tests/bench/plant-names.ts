/** A listed name as a supplier list may have it: with a typing error, in another script, in another order, with another legal form. */
import { LIST_COUNTRIES } from "./list-countries";
import type { Draw } from "./list-draw";

/** What a supplier list says of a firm. */
export interface Written {
  readonly name: string;
  /** ISO 3166-1 alpha-2; null: it names none. */
  readonly country: string | null;
}

/** The firm with a fault; null where the name does not allow it. */
type Fault = (firm: Written, draw: Draw) => Written | null;

const FORMS = [
  "Co., Ltd.,Co., Ltd,Co. Ltd.,Co. Ltd,Co.,Ltd.,Co.,Ltd,Corporation,Corp.,Co.,Ltd.,Ltd,Limited,LTDA,ME,EIRELI"
    .replaceAll("Co., ", "Co.\u0001 ")
    .replaceAll("Co.,Ltd", "Co.\u0001Ltd")
    .split(",")
    .map((form) => form.replaceAll("\u0001", ",")),
  ...LIST_COUNTRIES.map(({ forms }) => forms),
].flat();

const AT_END = new RegExp(
  `^(.*?[^\\s,])[\\s,]+(${[...new Set(FORMS)]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"))
    .join("|")})$`,
  "i",
);

/** "Hua Feng Co., Ltd." → ["Hua Feng", "Co., Ltd."]; the second is empty where there is none. */
function parts(name: string): readonly [core: string, form: string] {
  const [, core, form] = AT_END.exec(name) ?? [];
  return core === undefined || form === undefined ? [name, ""] : [core, form];
}

const joined = (core: string, form: string): string => (form === "" ? core : `${core} ${form}`);
const isLatin = (text: string): boolean => /\p{L}/u.test(text) && !/[^\p{Script=Latin}\P{L}]/u.test(text);
const ALPHABET = "abcdefghijklmnopqrstuvwxyz";

/** One or two letters of the name before its form left out, doubled, exchanged or replaced, the first of it spared. */
const typingError: Fault = ({ name, country }, draw) => {
  const [core, form] = parts(name);
  if (!isLatin(core) || core.length < 6) return null;
  let text = core;
  for (let left = draw.chance(0.5) ? 1 : 2; left > 0; left--) {
    const places = [...text.matchAll(/(?<=\p{L})\p{L}/gu)].map(({ index }) => index);
    text = mistyped(text, draw.pick(places), draw);
  }
  return text === core ? null : { name: joined(text, form), country };
};

function mistyped(text: string, at: number, draw: Draw): string {
  const [before, letter, behind] = [text.slice(0, at), text[at]!, text.slice(at + 1)];
  const how = draw.whole(4);
  if (how === 0) return before + behind;
  if (how === 1) return before + letter + letter + behind;
  if (how === 2 && /^\p{L}/u.test(behind)) return before + behind[0]! + letter + behind.slice(1);
  return before + draw.pick([...ALPHABET].filter((other) => other !== letter.toLowerCase())) + behind;
}

const reordered: Fault = ({ name, country }) => {
  const [core, form] = parts(name);
  const words = core.split(" ");
  if (!isLatin(core) || words.length < 2) return null;
  return { name: joined([...words.slice(1), words[0]!].join(" "), form), country };
};

const wrongForm: Fault = ({ name, country }, draw) => {
  const [core, form] = parts(name);
  const others = ["GmbH", "LLC", ""].filter((other) => other.toLowerCase() !== form.toLowerCase());
  return form === "" || !isLatin(core) ? null : { name: joined(core, draw.pick(others)), country };
};

const noCountry: Fault = ({ name, country }) => (country === null ? null : { name, country: null });

const CYRILLIC = new Map(
  "shch щ,sh ш,ch ч,zh ж,kh х,ts ц,ya я,yu ю,yo ё,ph ф,ck к,a а,b б,d д,e е,f ф,g г,h х,i и,j дж,k к,l л,m м,n н,o о,p п,q к,r р,s с,t т,u у,v в,w в,x кс,y и,z з"
    .split(",")
    .map((pair) => pair.split(" ") as [string, string]),
);

/** Letter by letter as it is heard: "Co., Ltd." → "Ко., Лтд."; marks over letters are dropped. */
const inCyrillic: Fault = ({ name, country }) => {
  if (!isLatin(name)) return null;
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "");
  const text = plain.replace(/shch|sh|ch|zh|kh|ts|ya|yu|yo|ph|ck|[a-z]/gi, (found, at: number) => {
    const small = found.toLowerCase();
    const written = small === "c" ? (/^[eiy]/i.test(plain.slice(at + 1)) ? "с" : "к") : CYRILLIC.get(small)!;
    return found[0] === small[0] ? written : written[0]!.toUpperCase() + written.slice(1);
  });
  return { name: text, country };
};

const table = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(",").map((pair) => pair.split("=") as [string, string]));
const PLACES = table(
  "Xinjiang=新疆,Hetian=和田,Aksu=阿克苏,Hefei=合肥,Dongguan=东莞,Ningbo=宁波,Shenzhen=深圳,Shanghai=上海,Zhejiang=浙江,Tianjin=天津,Shandong=山东,Fujian=福建,Suzhou=苏州,Dalian=大连",
);
const TRADES = table(
  "Textile=纺织,Cotton=棉业,Electronic Technology=电子科技,Garment=服装,Food=食品,Shoes=鞋业,Chemical=化工,New Material=新材料,Silicon=硅业,Hair Products=发制品,International Trade=国际贸易,Machinery=机械,Apparel=服饰,Biotechnology=生物科技,Logistics=物流,Import & Export=进出口",
);
const SYLLABLES = table(
  "hua=华,feng=丰,xin=鑫,long=龙,tai=泰,hong=宏,sheng=盛,yuan=源,jin=金,fu=福,rui=瑞,kai=凯,da=达,ming=明,jia=嘉,hai=海,yong=永,bo=博,shun=顺,cheng=成,lian=联,kang=康,mei=美,bao=宝,wei=伟,li=利,de=德,xiang=祥,qi=奇,tong=通,zhong=中,run=润,yi=益,guang=光,ze=泽",
);

/** "Xinjiang Huafeng Cotton Co., Ltd." → 新疆华丰棉业有限公司, for names whose every part stands in the tables. */
const inChinese: Fault = ({ name, country }) => {
  const [core] = parts(name.replace(/ Group (?=Co)/, " "));
  const [first = "", ...rest] = core.split(" ");
  const place = PLACES.get(first);
  const at = rest.findIndex((_, from) => TRADES.has(rest.slice(from).join(" ")));
  if (country !== "CN" || place === undefined || at < 1) return null;
  const own = rest.slice(0, at).map((word) => syllablesIn(word.toLowerCase()));
  if (own.includes(null)) return null;
  const form = / Group Co/.test(name) ? "集团有限公司" : "有限公司";
  return { name: place + own.join("") + TRADES.get(rest.slice(at).join(" "))! + form, country };
};

/** "huafeng" → 华丰; null where it is not made of the table's syllables. */
function syllablesIn(word: string): string | null {
  if (word === "") return "";
  for (const [syllable, written] of SYLLABLES) {
    const behind = word.startsWith(syllable) ? syllablesIn(word.slice(syllable.length)) : null;
    if (behind !== null) return written + behind;
  }
  return null;
}

const SOUNDS = table(
  "华=hua,东=dong,海=hai,盛=sheng,隆=long,泰=tai,宏=hong,新=xin,金=jin,龙=long,瑞=rui,祥=xiang,德=de,信=xin,美=mei,联=lian,恒=heng,通=tong,达=da,康=kang,嘉=jia,永=yong,利=li,兴=xing,光=guang,明=ming,远=yuan,大=da,丰=feng,源=yuan,鑫=xin,成=cheng,和=he,顺=shun,安=an,中=zhong,天=tian,地=di,福=fu,万=wan,宝=bao,百=bai,胜=sheng,立=li,正=zheng,方=fang,圆=yuan,江=jiang,山=shan,春=chun,秋=qiu,白=bai,云=yun,青=qing,松=song,石=shi,玉=yu,林=lin,泉=quan,文=wen",
);

/** 华东海盛有限公司 → "Huadong Haisheng Co., Ltd." */
const inLatin: Fault = ({ name, country }) => {
  const sounds = [...name.replace(/有限公司$/, "")].map((letter) => SOUNDS.get(letter));
  if (sounds.length < 2 || sounds.includes(undefined)) return null;
  const words = sounds.flatMap((sound, at) => (at % 2 === 0 ? [sound! + (sounds[at + 1] ?? "")] : []));
  return { name: `${words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(" ")} Co., Ltd.`, country };
};

const ALONE = { typingError, inCyrillic, reordered, wrongForm, noCountry };

/** Two different faults of those that most names allow, one after the other. */
const twoFaults: Fault = (firm, draw) => {
  const kinds = Object.values(ALONE);
  const first = draw.pick(kinds);
  const second = draw.pick(kinds.filter((kind) => kind !== first));
  // Letters of another script come last: the other faults are made in Latin ones.
  const [one, other] = first === inCyrillic ? [second, first] : [first, second];
  const once = one(firm, draw);
  return once && other(once, draw);
};

/** Every fault by what it is called in the tables. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  "typing error": typingError,
  "Cyrillic for Latin": inCyrillic,
  "Chinese for Latin": inChinese,
  "Latin for Chinese": inLatin,
  "words reordered": reordered,
  "wrong legal form": wrongForm,
  "no country": noCountry,
  "two faults": twoFaults,
};

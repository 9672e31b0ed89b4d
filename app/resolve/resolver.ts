import type { Fraction } from "../../risk-models/types";
import { createAddressReader } from "./address";
import { createCodeReaders, deepestAgreed, type IsicReading } from "./codes";
import { createCountryLookup } from "./country";
import { fits, goodsByCode } from "./goods";
import { memoise } from "./memo";
import { createNameReader } from "./name-words";
import { createRegionReader } from "./region";
import { rememberSectors } from "./sector-memo";
import type { ResolverTables, TextIndex } from "./tables";
import { createTextReader } from "./text";
import type { TextReading } from "./text-reading";
import { sectorMatch, type Resolver, type SectorMatch } from "./types";

const NO_GOODS: readonly string[] = [];
const NO_TEXT: TextIndex = { phrases: {}, hanPhrases: [], stems: {}, labelIsic: [], labelWeight: [], labels: 0 };
/** A product text from this confidence on is not asked again against the sector word. */
const PRODUCT_DECIDES: Fraction = 0.5;

/**
 * The resolver of a process. Every method but `region` remembers its answers per distinct value, so that a cell met again costs one look-up.
 * `textIndex` is called when the first free text is met; without it free text resolves to nothing.
 *
 * Sector, when a row says it several times: the activity is taken from the stated ISIC code, then NACE, HS, CPV, then the words
 * of the product, then the sector word; a code that is not in the tables is passed over. A coarse code (ISIC `14`) is made
 * finer by the next one that lies inside it (HS 6109 → `1430`). Goods come from the code nearest to a product (HS, then CPV,
 * then ISIC) when that code names one good by itself, else from the words, as long as they go with the code.
 */
export function createResolver(tables: ResolverTables, textIndex: () => TextIndex = () => NO_TEXT): Resolver {
  const countries = createCountryLookup(tables.country);
  const codes = createCodeReaders(tables.codes);
  const readText = memoise(createTextReader(textIndex));
  const readName = createNameReader(textIndex);
  const readRegion = createRegionReader(tables.country.regions);

  const stated = {
    isic: memoise(firstCode(codes.isic)),
    nace: memoise(firstCode(codes.nace)),
    hs: memoise(firstCode(codes.hs)),
    cpv: memoise(firstCode(codes.cpv)),
  };

  function sectorOf(texts: readonly string[]): SectorMatch | null {
    const [isic = "", nace = "", hs = "", cpv = "", product = "", sector = ""] = texts;
    const hsReading = hs ? stated.hs(hs) : null;
    const cpvReading = cpv ? stated.cpv(cpv) : null;
    const naceReading = nace ? stated.nace(nace) : null;
    const readings = [isic ? stated.isic(isic) : null, naceReading, hsReading, cpvReading].filter(
      (reading) => reading !== null,
    );
    const code = finest(readings);
    if (!code) {
      const words = wordsOf(product, sector);
      return words?.isic ? sectorMatch(words.isic, "text", words.confidence, words.goods) : null;
    }

    let goods = hsReading ? goodsByCode(tables.goods.hs, hsReading.code) : NO_GOODS;
    if (goods.length === 0 && cpvReading && !hsReading) goods = goodsByCode(tables.goods.cpv, cpvReading.code);
    const mayBeFiner = code.how !== "isic" && code.how !== "nace";
    // Words are read only where the codes leave something open.
    const words = goods.length === 0 || mayBeFiner ? wordsOf(product, sector) : null;
    if (goods.length === 0 && words)
      goods = words.goods.filter((good) =>
        fits(tables.goods, good, code.isic, hsReading?.code ?? null, cpvReading?.code ?? null),
      );
    if (goods.length === 0 && !hsReading && !cpvReading) {
      if (naceReading) goods = goodsByCode(tables.goods.nace, naceReading.code);
      if (goods.length === 0 && code.isic.length >= 2) goods = goodsByCode(tables.goods.isic, code.isic);
    }
    if (mayBeFiner && words?.isic && words.isic.length > code.isic.length && words.isic.startsWith(code.isic))
      return sectorMatch(words.isic, code.how, code.confidence, goods);
    return sectorMatch(code.isic, code.how, code.confidence, goods);
  }

  /** The first code that is known, made finer by later ones that lie inside it. */
  function finest(readings: readonly IsicReading[]): Omit<SectorMatch, "goods"> | null {
    let found: Omit<SectorMatch, "goods"> | null = null;
    for (const reading of readings) {
      const [isic, confidence] = deepestAgreed(reading.options);
      if (isic === "") continue;
      if (!found) found = { isic, how: reading.how, confidence };
      else if (inside(isic, found.isic))
        found = { isic, how: found.how, confidence: Math.min(found.confidence, confidence) };
    }
    return found;
  }

  function inside(finer: string, coarser: string): boolean {
    if (finer.length <= coarser.length) return false;
    return coarser.length === 1 ? tables.codes.isicSections[finer.slice(0, 2)] === coarser : finer.startsWith(coarser);
  }

  function wordsOf(product: string, sector: string): TextReading | null {
    const ofProduct = product ? readText(product) : null;
    if (ofProduct && (ofProduct.confidence >= PRODUCT_DECIDES || !sector)) return ofProduct;
    const ofSector = sector ? (readText(sector) ?? codeInWords(sector)) : null;
    if (!ofProduct || !ofSector) return ofProduct ?? ofSector;
    return ofSector.confidence > ofProduct.confidence ? ofSector : ofProduct;
  }

  /** A sector column that holds codes after all: NACE or ISIC written so that nothing else can be meant. */
  function codeInWords(text: string): TextReading | null {
    if (!/^(ISIC|NACE)\b|^[A-U]?\d{2}\.\d{1,2}$|^[A-U]\d{2,4}$/i.test(text.trim())) return null;
    const reading = stated.nace(text) ?? stated.isic(text);
    if (!reading) return null;
    const [isic, confidence] = deepestAgreed(reading.options);
    return isic === "" ? null : { isic, goods: NO_GOODS, confidence };
  }

  return {
    country: memoise(countries.country),
    countryInAddress: memoise(createAddressReader(countries)),
    // Not remembered: no two addresses are alike, and most are told by one look at their letters.
    region: readRegion,
    sector: rememberSectors(sectorOf),
    sectorOfName: memoise((name) => {
      const words = readName(name);
      return words?.isic ? sectorMatch(words.isic, "text", words.confidence, words.goods) : null;
    }),
  };
}

const CODE_PARTS = /[;,|/\n]+|\s+[-–—]\s+|:\s+|(?<=\d)\s+(?=\p{L})/u;
const MOST_CODES = 4;

/** Of several codes, or of a code and its label ("6109; 6110", "1410 - Manufacture of wearing apparel"), the first that is known. */
function firstCode(read: (text: string) => IsicReading | null): (text: string) => IsicReading | null {
  return (text) => {
    const whole = read(text);
    if (whole) return whole;
    for (const part of text.split(CODE_PARTS, MOST_CODES)) {
      const found = part === text ? null : read(part);
      if (found) return found;
    }
    return null;
  };
}

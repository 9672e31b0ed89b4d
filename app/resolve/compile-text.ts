/** From the lists of words and the labels of the classifications to the index of free text. Runs at build time. */
import { deepestAgreed, isicOfCpv } from "./codes";
import { compileResolverTables, knownGoods, type ResolverSource } from "./compile";
import { fold, HAN } from "./fold";
import { weightOf } from "./labels";
import { isNeutral, wordsOf } from "./stems";
import type { PhraseEntry, TextIndex } from "./tables";

/** Strength of the name of a listed good where the word list says nothing else. */
const STRENGTH_OF_GOODS_NAME = 2;
const NO_ENTRY: readonly string[] = [];

/** The index of free text, plain JSON. Throws an Error when two lines of the word list contradict each other. */
export function compileTextIndex(source: ResolverSource): TextIndex {
  const { phrases, hanPhrases } = phraseTables(source);
  return { phrases, hanPhrases, ...labelTables(source) };
}

function phraseTables(source: ResolverSource): Pick<TextIndex, "phrases" | "hanPhrases"> {
  const phrases = new Map<string, PhraseEntry>();
  const han = new Map<string, PhraseEntry>();
  const goods = Object.fromEntries(
    [...source["goods-to-classification"], ...source["chain-goods"]].map((row) => [row.good, row]),
  );
  const isic = new Set(source.isic.map((row) => row.code));
  const contradictions: string[] = [];
  for (const row of source["sector-words"]) {
    knownGoods(row.goods, goods, `sector-words, "${row.phrase}"`);
    if (row.isic !== null && !isic.has(row.isic))
      throw new Error(`sector-words, "${row.phrase}": ${row.isic} is not an ISIC Rev. 4 code.`);
    const entry: PhraseEntry = [row.isic, row.goods, row.strength];
    const folded = fold(row.phrase);
    const key = HAN.test(folded) ? folded : wordsOf(folded).stems.join(" ");
    if (key.split(" ").every(isNeutral) || key === "") {
      contradictions.push(`"${row.phrase}" holds no word that counts`);
      continue;
    }
    const target = HAN.test(folded) ? han : phrases;
    const known = target.get(key);
    if (known && (known[0] !== row.isic || known[1].join() !== row.goods.join()))
      contradictions.push(
        `"${row.phrase}" (read as "${key}") means ${JSON.stringify(known)} and ${JSON.stringify(entry)}`,
      );
    // Forms of one word ("cable", "cables") are one phrase; the weaker statement counts.
    if (known && known[2] <= row.strength) continue;
    target.set(key, entry);
  }
  if (contradictions.length > 0)
    throw new Error(
      `sector-words: keep one meaning, and a word that counts, in each of these phrases.\n${contradictions.join("\n")}`,
    );
  for (const row of source["goods-to-classification"]) {
    const name = row.good.replace(/\s*\(.*\)/, "");
    for (const part of name.split("/")) {
      const key = wordsOf(fold(part)).stems.join(" ");
      if (key !== "" && !phrases.has(key))
        phrases.set(key, [
          row.isicClass.length === 1 ? row.isicClass[0]! : row.isicDivision,
          [row.good],
          STRENGTH_OF_GOODS_NAME,
        ]);
    }
  }
  return {
    phrases: Object.fromEntries([...phrases].sort(([a], [b]) => (a < b ? -1 : 1))),
    hanPhrases: [...han].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1)),
  };
}

function labelTables(source: ResolverSource): Pick<TextIndex, "stems" | "labelIsic" | "labelWeight" | "labels"> {
  const { codes } = compileResolverTables(source);
  const labels = new Map<string, { readonly stems: readonly string[]; readonly isic: string }>();
  const add = (label: string | null, isic: string) => {
    if (label === null || isic.length < 2) return;
    // What a label leaves out is not what it names.
    const named = label.replace(
      /[,;(]?\s*\b(except|excluding|other than|not elsewhere|n\.e\.c|кроме|за исключением|не включенн)[^;]*/gi,
      " ",
    );
    const stems = [...new Set(wordsOf(fold(named)).stems)].filter((stem) => !isNeutral(stem));
    if (stems.length > 0) labels.set(`${isic} ${stems.join(" ")}`, { stems, isic });
  };
  for (const row of source.isic)
    if (row.level !== "section") add(row.labelEn.replace(/^Manufacture of /i, ""), row.code);
  for (const row of source.nace) {
    const isic = codes.nace[row.code.replaceAll(".", "")];
    if (row.level === "section" || isic === undefined) continue;
    add(row.labelEn.replace(/^Manufacture of /i, ""), isic);
    add(row.labelRu?.replace(/^Производство /i, "") ?? null, isic);
  }
  for (const row of source.hs) {
    const shares = row.level === "heading" ? codes.hs4[row.code] : codes.hs2[row.code];
    const [isic, share] = shares ? deepestAgreed(shares) : ["", 0];
    if (share >= 0.5) add(row.labelEn, isic);
  }
  for (const row of source.cpv) {
    const group = isicOfCpv(codes, row.code8);
    const divisions = codes.cpvDivisions[row.code8.slice(0, 2)] ?? NO_ENTRY;
    // Where a CPV division leads to several ISIC divisions its labels would be a guess.
    const isic = group ?? (divisions.length === 1 ? divisions[0] : undefined);
    if (isic === undefined) continue;
    add(row.labelEn, isic);
    add(row.labelRu, isic);
  }
  const all = [...labels.values()];
  const stems: Record<string, number[]> = Object.create(null) as Record<string, number[]>;
  all.forEach((label, at) => {
    for (const stem of label.stems) (stems[stem] ??= []).push(at);
  });
  const labelWeight = all.map(
    (label) =>
      Math.round(label.stems.reduce((sum, stem) => sum + weightOf(all.length, stems[stem]!.length), 0) * 1000) / 1000,
  );
  return { stems: { ...stems }, labelIsic: all.map((label) => label.isic), labelWeight, labels: all.length };
}

/** What a pack counts of itself, what happened since the one before, and what it leaves out, in plain words. */
import type { i18n } from "i18next";
import type { Changes } from "./changes";
import type { Manifest } from "./format";
import type { Measure, Measures } from "./measures";

type Words = Pick<i18n, "t" | "language">;

function measureSentence({ t, language }: Words, measure: Measure): string {
  const name = t(`pack.measure.${measure.id}`);
  if (measure.is === "not-measured")
    return t("pack.notMeasured", { name, why: t(`pack.whyNotMeasured.${measure.why}`) });
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const [part, whole] = [number.format(measure.numerator), number.format(measure.denominator)];
  if (measure.is === "share") return t("pack.measureShare", { name, part, whole });
  return measure.days === null
    ? t("pack.measureNoDays", { name, whole })
    : t("pack.measureDays", { name, part, whole, days: number.format(measure.days) });
}

/** A sentence a measure; nothing of a pack from before there were any. */
export const measureSentences = (words: Words, measures: Measures | null): string[] =>
  measures === null ? [] : measures.measures.map((one) => measureSentence(words, one));

export function changeSentences({ t, language }: Words, changes: Changes | null, list: Manifest["list"]): string[] {
  if (changes === null) return [];
  const { since, events } = changes;
  if (since === null) return [t("pack.firstPack")];
  const count = (value: number) => new Intl.NumberFormat(language).format(value);
  const kinds = Object.entries(events).map(([name, number]) => `${name} ${count(number)}`);
  const values = { id: since.packId, day: since.madeOn, before: count(since.suppliers), now: count(list.suppliers) };
  return [
    t("pack.sinceLast", values),
    kinds.length === 0 ? t("pack.nothingSince") : t("pack.eventsSince", { kinds: kinds.join(", ") }),
  ];
}

/** A sentence for each thing that is not in the pack. */
export const absentSentences = ({ t }: Words, { notes = [] }: Pick<Manifest, "notes">): string[] =>
  notes.map(({ code, of = "" }) => t(`pack.absent.${code}`, { of } as never) as unknown as string);

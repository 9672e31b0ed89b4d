/** Our own words in the tables, in Russian: every note on a licence, every law or document of the catalogue and every place in it. */
import { expect, test } from "vitest";
import { LAWS } from "../categories/measures";
import { GROUNDS } from "../checks/grounds";
import { STEPS } from "../checks/steps";
import { reference } from "../lib/reference.server";
import { licenceNote, placeOfRow } from "./own-texts";
import { instrumentNames } from "./ru/law-places";
import { sourceTexts } from "./ru/source-texts";

/** Names of licences and their own conditions, which are not translated. */
const NAMES = /^(Apache-2\.0|CC BY-SA|MIT|ODC-PDDL-1\.0|ODbL-1\.0|Unicode-3\.0|as \S+|)$/u;

test("every note on a licence has its words in Russian, and no words stand there for a note that no table has", () => {
  const rows = [...reference().table("sources-countries"), ...reference().table("sources-sectors")];
  const notes = rows.map(({ licence }) => licence ?? "");
  expect([...new Set(notes)].filter((note) => !NAMES.test(note) && !Object.hasOwn(sourceTexts, note))).toEqual([]);
  expect(Object.keys(sourceTexts).filter((note) => !notes.includes(note))).toEqual([]);
  expect(licenceNote("copyright; figures only", "ru")).toBe("авторское право; взяты только числа");
  expect(licenceNote("copyright; figures only", "en")).toBe("copyright; figures only");
});

test("every law or document of the catalogue has a Russian name, and no name stands there for one it does not have", () => {
  const named = [
    ...reference().table("commitments").map(({ instrumentShort }) => instrumentShort), // prettier-ignore
    ...Object.values(LAWS).map(({ instrument }) => instrument),
  ];
  expect(Object.keys(instrumentNames).sort()).toEqual([...new Set(named)].sort());
});

/** English words that our places are written in; the laws' own marks (s., para.-free numbers, names) stay. */
const ENGLISH = /\b(?:art|annex|and|as amended|from memory|subparagraph|principles?|paragraph|paras?|schedule|part|section|step|target|operative|whole|number|guidance|chapter|no|nos|reg)\b/iu; // prettier-ignore

test("every place in a law is told in Russian, with the number it has", () => {
  const articles = [
    ...reference().table("commitments").map(({ article }) => article), // prettier-ignore
    ...Object.values(LAWS).map(({ article }) => article),
    ...Object.values(STEPS).map(({ article }) => article),
    ...Object.values(GROUNDS).map(({ article }) => article),
  ];
  const inRussian = (article: string) => placeOfRow({ instrument: "", article }, "ru");
  expect(articles.map(inRussian).filter((place) => ENGLISH.test(place))).toEqual([]);
  const numbers = (place: string) => [...place.matchAll(/\d+/gu)].map(([number]) => Number(number)).sort();
  for (const article of articles) expect([article, numbers(inRussian(article))]).toEqual([article, numbers(article)]);
  expect(inRussian("Art. 57(1) second subparagraph")).toBe("ст. 57(1), второй подпункт");
  expect(placeOfRow({ instrument: "EU FLR", article: "Art. 1(1) and Art. 3" }, "en")).toBe(
    "EU FLR, Art. 1(1) and Art. 3",
  );
});

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ASK_KEYS, CHANGE_KEYS, CONCERN_KEYS, MISSING_KEYS, REASON_KEYS } from "../../risk-models";
import { MEASURE_IDS, NEVER_IDS } from "../categories/measures";
import { STEP_IDS } from "../checks/steps";
import { FAULTS } from "../pack/faults";
import { NOTES } from "../pack/format";
import { MEASURES, NOT_MEASURED } from "../pack/measures";
import { REFUSALS } from "../pack/refusal";
import { IMPORT_FIELD_NAMES } from "../imports/fields";
import { ISSUE_TEXTS } from "../imports/issue-texts";
import { CORE_QUESTIONS } from "../recruitment/questions";
import { ESPD_QUESTION_IDS, SUPPLEMENT } from "../reports/espd-questions";
import { keysOfTemplate } from "../reports/report-keys";
import { TEMPLATES } from "../reports/templates";
import { measureKeys, neverKey } from "./category-keys";
import { DIVISIONS, fieldGroups, fieldKey } from "./keys";
import { LANGUAGES, languageCodes, type Language } from "./languages";
import { createTranslator } from "./translator";
import { trailEvents } from "./en/trail-events";

/** Plural forms of i18next; a base key has one text for each that the language's own rules use. */
const PLURAL = /_(?:zero|one|two|few|many|other)$/u;
const root = path.resolve(import.meta.dirname, "../..");

function flatten(texts: object, prefix = ""): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([name, value]) =>
    typeof value === "string"
      ? [[prefix + name, value] as [string, string]]
      : flatten(value as object, `${prefix}${name}.`),
  );
}

const catalogues = new Map<Language, Map<string, string>>(
  await Promise.all(
    languageCodes.map(async (code) => [code, new Map(flatten((await LANGUAGES[code].load()).catalogue))] as const),
  ),
);
const baseKeys = (texts: ReadonlyMap<string, string>) =>
  new Set([...texts.keys()].map((key) => key.replace(PLURAL, "")));
const english = catalogues.get("en")!;

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name) && !/\.test\.tsx?$/u.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/i18n[/\\](?:[a-z]{2})[/\\]/u.test(file));
}
const code = sources("app").map((file) => [path.relative(root, file), readFileSync(file, "utf8")] as const);

/** Keys that no source spells out because they are made from a closed list. */
const fromLists = [
  ...REASON_KEYS,
  ...MISSING_KEYS,
  ...CONCERN_KEYS,
  ...ASK_KEYS,
  ...CHANGE_KEYS,
  ...DIVISIONS.map((code) => `division.${code}`),
  ...Object.keys(trailEvents).map((name) => `trail.events.${name}`),
  ...FAULTS.map((code) => `pack.fault.${code}`),
  ...REFUSALS.map((code) => `pack.refusal.${code}`),
  ...MEASURES.map((id) => `pack.measure.${id}`),
  ...NOT_MEASURED.map((code) => `pack.whyNotMeasured.${code}`),
  ...NOTES.map((code) => `pack.absent.${code}`),
  ...MEASURE_IDS.flatMap((id) => Object.values(measureKeys(id))),
  ...NEVER_IDS.map(neverKey),
  ...TEMPLATES.flatMap(keysOfTemplate),
  ...[...ESPD_QUESTION_IDS, ...CORE_QUESTIONS, ...SUPPLEMENT].flatMap((id) =>
    ["name", "ask"].map((part) => `reportEspd.question.${id}.${part}`),
  ),
  ...[...CORE_QUESTIONS, ...SUPPLEMENT].map((id) => `reportEspd.question.${id}.why`),
  ...STEP_IDS.flatMap((step) => ["name", "asks", "proof"].map((part) => `checkStep.${step}.${part}`)),
  ...Object.keys(ISSUE_TEXTS.en).map((issue) => `issue.${issue}`),
  ...fieldGroups
    .flatMap(({ fields }) => fields.filter((field) => !field.endsWith("Proof") || field === "recruitmentProof"))
    .map((field) => fieldKey(field as "name")),
];

/** Codes that are kept with a job that failed in another way than by a `Problem`. */
const jobCodes = ["app/jobs/run-jobs.server.ts", "db/queries/jobs.ts"].flatMap((file) =>
  [...readFileSync(path.join(root, file), "utf8").matchAll(/code: "([a-z.-]+)"/gu)].map((match) => match[1]!),
);

/** Codes of expected failures a page can meet; the command line prints its own in English. */
const problemCodes = code
  .filter(([file]) => /^app\/(?:files|imports|screening|services|lib|jobs)\//u.test(file))
  .flatMap(([, text]) =>
    [...text.matchAll(/(?:new Problem|refuse)\(\s*"([a-z]+[a-z.-]*)"/gu)].map((match) => match[1]!),
  )
  .filter((found) => !/^(?:cli|score)\./u.test(found))
  .concat(jobCodes);

test("every language has the keys of English and no others", () => {
  for (const [language, texts] of catalogues) {
    expect([language, [...baseKeys(texts)].sort()]).toEqual([language, [...baseKeys(english)].sort()]);
  }
});

test("a text with plurals has every form its language's rules use, and only those", () => {
  for (const [language, texts] of catalogues) {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plural = new Set([...texts.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, "")));
    for (const base of plural) {
      const found = [...texts.keys()]
        .filter((key) => key.replace(PLURAL, "") === base)
        .map((key) => key.slice(base.length + 1));
      expect([language, base, found.sort()]).toEqual([language, base, [...forms].sort()]);
    }
  }
});

test("a Russian text for one, which is also that for 21, dates the last of them where the text for a few does", () => {
  const texts = catalogues.get("ru")!;
  const isLast = (text: string) => /последн/u.test(text);
  const few = [...texts].filter(([key, text]) => key.endsWith("_few") && isLast(text)).map(([key]) => key);
  expect(few).toContain("understand.past.undoneSome_few");
  expect(few.filter((key) => !isLast(texts.get(key.replace(/few$/u, "one"))!))).toEqual([]);
});

test("a text names the same placeholders in every language", () => {
  const names = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/gu)].map((match) => match[1]!))].sort();
  const wanted = new Map([...english].map(([key, text]) => [key.replace(PLURAL, ""), names(text)]));
  for (const [language, texts] of catalogues) {
    for (const [key, text] of texts)
      expect([language, key, names(text)]).toEqual([language, key, wanted.get(key.replace(PLURAL, ""))]);
  }
});

test("no text is empty, and none is left in another language's letters", () => {
  for (const [language, texts] of catalogues) {
    for (const [key, text] of texts) {
      expect([language, key, text.trim() !== ""]).toEqual([language, key, true]);
      if (language === "en") expect([key, /\p{Script=Cyrillic}/u.test(text)]).toEqual([key, false]);
      if (language === "ru" && text === english.get(key))
        expect([key, /[A-Za-z]{4}/u.test(text.replace(/\{\{\w+\}\}|Candour|Excel/gu, ""))]).toEqual([key, false]);
    }
  }
});

test("every key that a source names exists", () => {
  const keys = baseKeys(english);
  const subjects = [...new Set([...keys].map((key) => key.split(".")[0]!))].join("|");
  const named = new RegExp(`"((?:${subjects})\\.[A-Za-z][\\w.-]*)"`, "gu");
  const missing = code
    .filter(([file]) => /^app\/(?:routes|components|i18n|root)/u.test(file))
    .flatMap(([file, text]) => [...text.matchAll(named)].map((match) => `${file}: ${match[1]!}`))
    .filter((found) => !keys.has(found.split(": ")[1]!));
  expect(missing).toEqual([]);
});

test("every text is used", () => {
  const quoted = new Set(
    code.flatMap(([, text]) => Array.from(text.matchAll(/"(?=([^"\n]+)")/gu), ([, word]) => word!)),
  );
  const used = (key: string) =>
    quoted.has(key) || fromLists.includes(key) || problemCodes.some((problem) => key === `problem.${problem}`);
  // The note in a pack is in every language at once.
  const handMade = new Set(["problem.import.unexpected", "pack.readMe"]);
  expect([...baseKeys(english)].filter((key) => !used(key) && !handMade.has(key))).toEqual([]);
});

describe("texts for lists of other parts", () => {
  test("every key of the risk engine has its text", () => {
    const keys = baseKeys(english);
    expect(fromLists.filter((key) => !keys.has(key))).toEqual([]);
  });

  test("every expected failure has its sentence", () => {
    expect(problemCodes.length).toBeGreaterThan(20);
    expect(jobCodes).toEqual(["job.unexpected", "job-stopped-too-often"]);
    expect([...new Set(problemCodes)].filter((found) => !english.has(`problem.${found}`))).toEqual([]);
  });

  test("every field a column can be is offered once", () => {
    expect(fieldGroups.flatMap(({ fields }) => fields).sort()).toEqual([...IMPORT_FIELD_NAMES].sort());
  });

  test("a key with dots inside is found by the translator", () => {
    for (const language of languageCodes) {
      const { t } = createTranslator(language, Object.fromEntries([["issue", ISSUE_TEXTS[language]]]));
      expect(t("issue.cell.spaces")).toBe(ISSUE_TEXTS[language]["cell.spaces"]);
    }
  });
});

test("no text says what the product never says", () => {
  const never = {
    en: /\bcompliant\b|\bclean\b|\bcleared\b|\bsafe\b/iu,
    ru: /соответствует требованиям|\bчист(?:ый|о)\b|безопас/iu,
  };
  for (const [language, texts] of catalogues) {
    for (const [key, text] of texts) expect([key, never[language].test(text)]).toEqual([key, false]);
  }
  for (const [key, text] of english) {
    if (/forced labour was found|found forced labour/iu.test(text))
      expect([key, /not|never/u.test(text)]).toEqual([key, true]);
  }
});

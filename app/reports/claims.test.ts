import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CLAIM_KINDS, type ClaimKind } from "./claim-words";
import { claimsIn } from "./claims";

const kindsIn = (text: string): ClaimKind[] => [...new Set(claimsIn(text).map(({ kind }) => kind))];

describe("what a report does not claim", () => {
  test.each([
    ["This supplier complies with the FLR.", "compliance"],
    ["We are fully compliant.", "compliance"],
    ["The company meets all the requirements.", "compliance"],
    ["Поставщик соответствует всем требованиям закона.", "compliance"],
    ["Мы соблюдаем законодательство.", "compliance"],
    ["There is no risk in this chain.", "noRisk"],
    ["It is a risk-free purchase.", "noRisk"],
    ["Риска нет.", "noRisk"],
    ["Рисков больше нет: риски устранены.", "noRisk"],
    ["Поставщик без рисков.", "noRisk"],
    ["The goods are free of forced labour.", "free"],
    ["Slavery-free cotton", "free"],
    ["The supplier does not use forced labor.", "free"],
    ["Продукция свободна от принудительного труда.", "free"],
    ["Принудительный труд на фабрике не применяется.", "free"],
    ["Forced labour was found at the mill.", "found"],
    ["На фабрике выявлен принудительный труд.", "found"],
    ["We spoke to Mrs Begum about her pay.", "person"],
    ["A worker named Rahim Ali, aged 19, told us.", "person"],
    ["Деньги вернули Ивановой Марии Петровне.", "person"],
    ["Работница по имени Амина рассказала об этом.", "person"],
    ["Говорили с И. И. Петровым.", "person"],
  ] as const)("%s is a claim of %s", (text, kind) => expect(kindsIn(text)).toContain(kind));

  test.each([
    "We asked 40 suppliers who pays for recruitment; 12 did not answer.",
    "A complaint was made and settled in 12 days.",
    "The policy contributes to the State's commitment under Article 9(5) of the Palermo Protocol.",
    "Risks are high in garments; what is not known is said below.",
    "Мы спросили 40 поставщиков, кто платит за наём; 12 не ответили.",
    "Жалобу разобрали за 12 дней; записи хранятся 7 лет.",
    "Правила утверждены советом 3 марта 2026 года.",
  ])("%s claims nothing", (text) => expect(claimsIn(text)).toEqual([]));

  test("words of two sentences are no claim together", () => {
    expect(kindsIn("There is no list. Risks are named in section 3.")).toEqual([]);
  });
});

const SPACES = fc.constantFrom(" ", "  ", "\u00a0", "\u2009", "-", " – ", ", ");
const recased = (text: string) =>
  fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((up) => [...text].map((letter, at) => (up[at] ? letter.toUpperCase() : letter.toLowerCase())).join(""));
/** A phrase in any case, with anything that parts words between them. */
const shaped = (text: string) => {
  const words = text.split(" ");
  return fc
    .tuple(fc.tuple(...words.map(recased)), fc.array(SPACES, { minLength: words.length, maxLength: words.length }))
    .map(([cased, between]) => cased.map((word, at) => (at === 0 ? word : `${between[at]}${word}`)).join(""));
};

const PHRASES: readonly (readonly [string, ClaimKind])[] = [
  ["complies with the flr", "compliance"],
  ["no risk", "noRisk"],
  ["free of forced labour", "free"],
  ["forced labour was found", "found"],
  ["соответствует всем требованиям", "compliance"],
  ["риск отсутствует", "noRisk"],
  ["без всякого принудительного труда", "free"],
  ["обнаружен принудительный труд", "found"],
];

test("a claim is seen in any case and with any spaces between its words, wherever it stands in a text", () => {
  const around = fc.constantFrom("", "Kiln 4, 2026: ", "Печь № 4. ");
  fc.assert(
    fc.property(
      fc.constantFrom(...PHRASES).chain(([text, kind]) => fc.tuple(around, shaped(text), around, fc.constant(kind))), // prettier-ignore
      ([before, phrase, after, kind]) => {
        expect(kindsIn(`${before}${phrase}. ${after}`)).toContain(kind);
      },
    ),
    { numRuns: 300 },
  );
});

test("a Russian claim is seen in every form of its words, with е for ё", () => {
  const free = fc.constantFrom("свободен", "свободна", "свободно", "свободны", "свободная", "свободных", "Свободной");
  const forced = fc.constantFrom("принудительного", "принудительным", "рабского", "подневольного");
  const labour = fc.constantFrom("труда", "труд", "трудом", "труде", "Труда");
  const risk = fc.constantFrom("риск", "риска", "риски", "рисков", "рискам", "Рисками");
  const law = fc.constantFrom("требование", "требования", "требованиям", "законам", "законодательства", "регламентом", "нормами"); // prettier-ignore
  const keep = fc.constantFrom("соблюдаем", "соблюдают", "соблюдает", "соблюдали", "соблюдены", "соблюден", "соблюдён"); // prettier-ignore
  fc.assert(
    fc.property(free, forced, labour, risk, law, keep, (...words) => {
      const [f, p, l, r, z, k] = words;
      expect(claimsIn(`без ${p} ${l}`).map(({ kind }) => kind)).toContain("free");
      expect(claimsIn(`исключены ${r}`).map(({ kind }) => kind)).toContain("noRisk");
      expect(claimsIn(`мы ${k} все ${z}`).map(({ kind }) => kind)).toContain("compliance");
      expect(claimsIn(`${f} от ${p} ${l}`).map(({ kind }) => kind)).toContain("free");
    }),
    { numRuns: 200 },
  );
});

test("what is shown are words of the text, and a text without letters claims nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
      const plain = text.normalize("NFC").replaceAll(/\s+/gu, " ");
      for (const { kind, words } of claimsIn(text)) {
        expect(CLAIM_KINDS).toContain(kind);
        expect(plain).toContain(words);
      }
      expect(claimsIn(text.replaceAll(/\p{L}/gu, ""))).toEqual([]);
    }),
  );
});

import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { bare, readPdf } from "../../tests/pdf-text";
import { MODELS } from "../../risk-models";
import { languageCodes, type Language } from "../i18n/languages";
import { registerDocument } from "../reports/register-document";
import type { RegisterReport } from "../reports/register-report";
import { aReport, aRow, wordingOf } from "../reports/test-report";
import { compilePdf, type Standard } from "./compile";

const CSV = "\ufeffname\r\nAlder Mill\r\n";
const [model] = MODELS;

async function pdfOf(report: RegisterReport, language: Language = "en", standard?: Standard): Promise<Buffer> {
  const wording = await wordingOf(language);
  return compilePdf(registerDocument(report, model!, wording), Buffer.from(CSV), wording, standard);
}

const NAMES = [
  "Alder Spinning Mill Ltd",
  "Bäckerei Müller & Söhne",
  "Ελληνική Βιομηχανία",
  "Прядильная фабрика «Восход»",
  "华东纺织印染有限公司",
  "さくら縫製工場株式会社",
  "한국섬유산업 주식회사",
];
/** Letters that are painted together are read back more than once by a program that knows no `ActualText`. */
const JOINED = ["โรงงานทอผ้าไทยเจริญ จำกัด", "कपड़ा मिल लिमिटेड"];
/** Written from right to left: read back in the order of the eye or of the ear, by the program that reads. */
const TURNED = ["مصنع النسيج المصري", "מפעל חרושת הצפון"];

/** True where the letters stand in this order, with at most as many others between them. */
function inOrder(text: string, name: string): boolean {
  const wanted = [...bare(name).normalize("NFKC")];
  for (let from = text.indexOf(wanted[0]!); from >= 0; from = text.indexOf(wanted[0]!, from + 1)) {
    let at = from;
    if (wanted.every((letter) => (at = text.indexOf(letter, at) + 1) > 0) && at - from <= 2 * wanted.length)
      return true;
  }
  return false;
}

test("every name can be read back, in every script", async () => {
  const all = [...NAMES, ...JOINED, ...TURNED];
  const read = await readPdf(await pdfOf(aReport(all.map((name) => aRow({ name, product: null })))));
  const text = read.text.normalize("NFKC");
  for (const name of NAMES) expect(text).toContain(bare(name).normalize("NFKC"));
  for (const name of JOINED) expect([name, inOrder(text, name)]).toEqual([name, true]);
  for (const word of TURNED.flatMap((name) => name.split(" ")))
    expect([word, text.includes(word) || text.includes([...word].reverse().join(""))]).toEqual([word, true]);
  expect(text).not.toContain("[U+");
});

describe.each(languageCodes)("in %s", (language) => {
  test("it is filed as PDF/A-3a: tagged, with language, title, and the data inside", async () => {
    const read = await readPdf(await pdfOf(aReport([aRow()]), language));
    expect(read).toMatchObject({ tagged: true, language });
    expect(read.title).toContain("Nordhavn Workwear");
    expect(read.metadata).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</u);
    expect(read.attachments).toEqual({ "register-rows.csv": CSV });
    expect(read.roles).toEqual(expect.arrayContaining(["H1", "H2", "Table", "THead", "TH", "TD", "Figure"]));
  });

  test("the same source holds as PDF/UA-1, without the file inside", async () => {
    const read = await readPdf(await pdfOf(aReport([aRow()]), language, "ua-1"));
    expect(read.metadata).toMatch(/<pdfuaid:part>1</u);
    expect(read.attachments).toEqual({});
  });

  test("an empty register says so and makes a whole report", async () => {
    const { t } = await wordingOf(language);
    const read = await readPdf(await pdfOf(aReport([]), language));
    expect(read.text).toContain(bare(t("registerPdf.topNone")));
    expect(read.text).toContain(bare(t("registerPdf.methodTitle")));
    expect(read.attachments).toEqual({});
  });
});

test("every number of the summary is the report's, in words and in the alternative text of the charts", async () => {
  const report = aReport([aRow()], {
    suppliers: 12_873,
    levels: { listed: 873, placed: 3000, indicative: 8900, assessed: 100 },
    bands: { low: 2107, raised: 4303, high: 907 },
    known: { country: 12_001, sector: 9003 },
    totals: [
      {
        currency: "EUR",
        file: "12345600",
        counted: "11345600",
        creditNotes: "-40500",
        setAside: "900000",
        rejected: "100000",
      },
    ],
    full: [{ format: "csv", sha256: "c".repeat(64) }],
  });
  const read = await readPdf(await pdfOf(report));
  const wanted = [
    "12,873", "873", "3,000", "8,900", "100", "2,107", "4,303", "907", "1,683", "3,873", "12,001", "872", "9,003", "3,870", "12,773",
    "734", "701", "52", "24", "1,234.56", "1,134.56", "-4.05", "90.00", "10.00",
    "61.4", "43.2to70.9", "7%", "85%", "5".repeat(64), "c".repeat(64),
  ]; // prettier-ignore
  for (const number of wanted) expect(read.text).toContain(number);
  const [levels, bands] = read.alternatives;
  expect(levels).toMatch(/Assessed 100; Indicative 8,900; Placed 3,000; Listed 873/u);
  expect(bands).toMatch(/High 907; Raised 4,303; Low 2,107; Between two bands 1,683; No score 3,873/u);
});

test("a supplier without a score has no number where a score would stand, and one between two bands says which", async () => {
  const unscored = aRow({ name: "Nowhere", level: "listed", score: null, band: null, plausible: null, priority: null });
  const between = aRow({ name: "Wide", score: 50.5, band: null, plausible: [12.5, 88.5] });
  const read = await readPdf(await pdfOf(aReport([between, unscored])));
  expect(read.text).toMatch(/Lowtohigh50\.512\.5to88\.5/u);
  expect(read.text).toMatch(/Noscore(?![\d.]+to)/u);
});

test("characters without a glyph are named where they stand and at the end, and stop nothing", async () => {
  const read = await readPdf(await pdfOf(aReport([aRow({ name: "Mill \u{1F600}\u{E000}" })])));
  expect(read.text).toContain("Mill[U+1F600][U+E000]");
  expect(read.text).toMatch(/Charactersthatcouldnotbeprinted.*\[U\+E000\]\[U\+1F600\]/u);
});

test("no name runs as code, breaks the file or is lost", async () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(..."#$\\[]{}()*_`@<>/'\"~=-+;:,.&%^|! \n\t"), maxLength: 80 }),
    fc.constantFrom(
      "#panic()",
      '#import "x.typ"',
      "$ x^2 $",
      "]#pagebreak()[",
      "\u202Eevil\u2066",
      "a\u0301\u0302\u0303\u0304",
      "\u200D\uFE0F",
    ),
    fc.string({
      unit: fc.constantFrom("A", "я", "漢", "ع", "ก", "e\u0301", "👩‍👩‍👧"),
      minLength: 10_000,
      maxLength: 10_000,
    }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(hostile, { minLength: 1, maxLength: 8 }),
      fc.array(hostile, { maxLength: 2 }),
      async (names, other) => {
        const rows = names.map((name, at) => aRow({ name, supplierNumber: `mark ${at}.`, product: other[0] ?? null }));
        const read = await readPdf(await pdfOf(aReport([...rows, aRow({ name: "The last one" })])));
        expect(read.text).toContain("Thelastone");
        for (const at of names.keys()) expect(read.text).toContain(`mark${at}.`);
      },
    ),
    { numRuns: 25 },
  );
});

test("text that is code in the layout's language is printed as it stands", async () => {
  const name = '#panic("x") $x$ \\u{41} *b* _i_ `r` [y] @z <l> = h';
  expect((await readPdf(await pdfOf(aReport([aRow({ name })])))).text).toContain(bare(name));
});

test("a long table with very long names makes one file", async () => {
  const rows = Array.from({ length: 400 }, (_, at) => aRow({ name: `Supplier ${at}. ${"x".repeat(at)}` }));
  const read = await readPdf(await pdfOf(aReport(rows)));
  for (const at of rows.keys()) expect(read.text).toContain(`Supplier${at}.`);
});

test("the same report gives the same bytes", async () => {
  const report = aReport([aRow({ name: "华东" })]);
  expect((await pdfOf(report)).equals(await pdfOf(report))).toBe(true);
});

import { renderToStaticMarkup } from "react-dom/server";
import type { ReactElement } from "react";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { BANDS, LEVELS, type Assessment } from "../../risk-models/types";
import { catalogue as en } from "../i18n/en";
import { catalogue as ru } from "../i18n/ru";
import { createTranslator } from "../i18n/translator";
import { DataTable } from "./data-table";
import { BandTag, LevelTag } from "./marks";
import { RangeBar } from "./range-bar";
import { SupplierVerdict } from "./supplier-verdict";

const translators = { en: createTranslator("en", en), ru: createTranslator("ru", ru) };
const html = (element: ReactElement, language: "en" | "ru" = "en") =>
  renderToStaticMarkup(<I18nextProvider i18n={translators[language]}>{element}</I18nextProvider>);
/** What a person who sees no pictures reads. */
const read = (element: ReactElement, language: "en" | "ru" = "en") =>
  html(element, language)
    .replace(/<(\w+)[^>]*aria-hidden="true"[^>]*>.*?<\/\1>/gu, "")
    .replace(/<[^>]*>/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();

const listed = {
  level: "listed",
  kind: "not-enough-evidence",
  residual: null,
  band: null,
  between: null,
  inherent: 55,
  controls: 0,
  arithmeticMean: 50,
  plausible: [12, 80],
  possible: [3, 95],
  coverage: { context: 0.2, supplier: 0 },
  priority: null,
  severity: { level: "unknown", reasons: [] },
  likelihood: "unknown",
} as unknown as Assessment;

test("a band and a level are said in words, not by colour alone", () => {
  expect(BANDS.map((band) => read(<BandTag band={band} />))).toEqual(["Low", "Raised", "High"]);
  expect(new Set(LEVELS.map((level) => read(<LevelTag level={level} />, "ru"))).size).toBe(LEVELS.length);
});

test("the range stands as numbers beside its picture", () => {
  expect(read(<RangeBar score={62} plausible={[41.25, 78]} possible={[12, 93]} />)).toContain(
    "Plausible: 41.3 to 78.0",
  );
});

test("a supplier of whom only the name is known gets no score, and the page says why", () => {
  const text = read(<SupplierVerdict assessment={listed} />);
  expect(text).toContain("No score");
  expect(text).toContain("no country");
  expect(text).not.toContain("55.0");
});

test("a score whose range reaches over all bands gets no band but the two ends", () => {
  const wide = {
    ...listed,
    level: "indicative",
    kind: "scored",
    residual: 50,
    between: ["low", "high"],
  } as unknown as Assessment;
  expect(read(<SupplierVerdict assessment={wide} />)).toContain("Low to high");
  expect(html(<SupplierVerdict assessment={wide} />)).not.toContain("data-band");
});

test("a hidden column is not in the table, and the column that names the row cannot be hidden", () => {
  const columns = [
    { id: "name", header: "Supplier", names: true, cell: (row: { name: string }) => row.name },
    { id: "country", header: "Country", cell: () => "Norway" },
  ];
  const table = html(
    <DataTable
      rows={[{ name: "Mill" }]}
      columns={columns}
      rowId={({ name }) => name}
      caption="Suppliers"
      sortedBy={{ id: "name", descending: false }}
      hidden={["country", "name"]}
    />,
  );
  expect(table).not.toContain("Norway");
  expect(table).toMatch(/<th scope="row"[^>]*>Mill<\/th>/u);
  expect(table).toContain('aria-sort="ascending"');
});

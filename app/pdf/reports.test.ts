/** Every template as a PDF: tagged, with its text whole, valid as PDF/A-3a and PDF/UA-1, whatever names come. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { aFolder } from "../../tests/builders";
import { LONG_NAMES } from "../../tests/long-names";
import { bare, readPdf } from "../../tests/pdf-text";
import { wordingIn } from "../../tests/report-wording";
import { languageCodes } from "../i18n/languages";
import { text, type FiledReport, type Report } from "../reports/model";
import type { Block } from "../reports/pdf-document";
import { reportDocument } from "../reports/report-document";
import { assemble, type Filled, type Fillings, type Template } from "../reports/template";
import { TEMPLATES } from "../reports/templates";
import { compilePdf } from "./compile";

const folder = aFolder();
afterAll(() => folder.remove());

const NAMES = ["Прядильная фабрика «Восход»", "华东纺织印染有限公司", "โรงงานทอผ้าไทย", "مصنع النسيج", "Alder ".repeat(20).trim(), ...LONG_NAMES.filter((name) => !name.includes("(ذ.م.م)"))]; // prettier-ignore
const HASH = "0123456789abcdef".repeat(4);

/** A report in which every point, table and chart of the template is filled. */
function filled(template: Template): FiledReport {
  const variant = template.variants.at(-1)!.id;
  const points = template.sections.flatMap((section) => section.points);
  const fillings: Fillings = Object.fromEntries(
    points.map(({ id, tables = [], bars = [], heat = [] }): [string, Filled] => [
      id,
      {
        values: [text(`value of ${id}`)],
        tables: Object.fromEntries(tables.map((table) => [table.id, { rows: NAMES.map((name, row) => table.columns.map((_column, at) => (at === 0 ? text(name) : at === row ? text(HASH) : null))) }])), // prettier-ignore
        bars: Object.fromEntries(bars.map((chart, at) => [chart, at % 2 === 0 ? [{ label: text("some"), count: 3 }, { label: text("none"), count: 0 }] : [{ label: text("none"), count: 0 }]])), // prettier-ignore
        heat: Object.fromEntries(heat.map((pairs) => [pairs, { across: [text("TR")], down: [text("Sewing")], cells: [[2]] }])), // prettier-ignore
      },
    ]),
  );
  const statements = new Map(
    points.map(({ id }) => [
      id,
      { text: `Words about ${id}`, by: "Kim Ålund", at: "2026-03-04T09:12:33.000Z", evidence: [] },
    ]),
  );
  return filedOf(template, fillings, statements, variant);
}

function filedOf(
  template: Template,
  fillings: Fillings,
  statements: Parameters<typeof assemble>[3],
  variant = template.variants[0]!.id,
): FiledReport {
  const head = {
    variant,
    version: 1,
    corrects: null,
    organisation: { name: NAMES[0]!, identifier: "", country: "DE" },
    period: ["2025-03-05", "2026-03-04"] as [string, string],
    subject: null,
    class: template.class,
    isDemo: false,
    made: { at: "2026-03-04T09:12:33.000Z", by: "Kim Ålund" },
    list: null,
    method: null,
    sources: [],
    attachments: [],
  };
  const report: Report = { ...assemble(template, head, fillings, statements), commitments: [] };
  return { report, sha256: HASH, state: "draft", number: null, publishedAt: null, signatures: [] };
}

/** Every text that a page shows, in the order in which it is read. */
function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case "heading":
      case "text":
        return [block.text];
      case "list":
        return [...block.items];
      case "notice":
        return [block.title, block.text];
      case "facts":
        return block.items.flatMap(({ term, value }) => [term, value]);
      case "charts":
        return block.charts.flatMap(({ title, bars }) => [title, ...bars.flatMap(({ label, number }) => [label, number])]); // prettier-ignore
      case "table":
        return [...block.columns.map(({ head }) => head), ...block.rows.flat()];
      case "heat":
        return [...block.head, ...block.rows.flatMap(({ label, cells }) => [label, ...cells.map((cell) => cell.text)])];
      default:
        return [];
    }
  });
}

/** Scripts whose letters a reading program gives back in the order of the document, one by one. */
const isReadInOrder = (one: string): boolean => !/[\p{Script=Arabic}\p{Script=Thai}]/u.test(one);
const letters = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const letter of texts.join("").normalize("NFKC")) found.set(letter, (found.get(letter) ?? 0) + 1);
  return found;
};

describe.each(TEMPLATES.map((template) => [template.type, template] as const))(
  "a report of the type %s",
  (type, template) => {
    test.each(languageCodes)(
      "in %s: every text of the model stands in the PDF, none over another or past the margin, and its sections in the contents",
      async (language) => {
        const wording = await wordingIn(language);
        const document = reportDocument(filled(template), template, wording);
        const bytes = compilePdf(document, Buffer.from("\ufeffsection\r\n"), wording);
        const read = await readPdf(bytes);
        const all = read.text.normalize("NFKC");
        for (const one of textsOf(document.blocks).filter(isReadInOrder))
          expect(all).toContain(bare(one).normalize("NFKC"));
        expect(read).toMatchObject({ tagged: true, language, collisions: [] });
        const headings = document.blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [block.text] : [])); // prettier-ignore
        const times = (one: string) => all.split(bare(one).normalize("NFKC")).length - 1;
        if (read.pages > 3)
          for (const heading of headings) expect([heading, times(heading) >= 2]).toEqual([heading, true]);
        writeFileSync(path.join(folder.path, `${type}-${language}.pdf`), bytes);
      },
    );

    test("holds as PDF/UA-1, full and empty", async () => {
      const wording = await wordingIn("en");
      for (const filed of [filled(template), filedOf(template, {}, new Map())]) {
        const read = await readPdf(compilePdf(reportDocument(filed, template, wording), null, wording, "ua-1"));
        expect(read.metadata).toMatch(/<pdfuaid:part>1</u);
      }
    });

    test("qpdf finds no fault in it", () => {
      const said = execFileSync("qpdf", ["--check", path.join(folder.path, `${type}-en.pdf`)], { encoding: "utf8" });
      expect(said).toContain("No syntax or stream encoding errors found");
    });

    test("pdfinfo reads its title and that it is tagged", () => {
      const said = execFileSync("pdfinfo", [path.join(folder.path, `${type}-en.pdf`)], { encoding: "utf8" });
      expect(said).toMatch(/Tagged:\s+yes/u);
      expect(said).toMatch(/Title:\s+\S/u);
    });

    test("pdftotext reads every text of the model, and of other scripts as many letters of each", async () => {
      const said = bare(execFileSync("pdftotext", ["-raw", path.join(folder.path, `${type}-en.pdf`), "-"], { encoding: "utf8" })); // prettier-ignore
      const document = reportDocument(filled(template), template, await wordingIn("en"));
      const [inOrder, others] = [true, false].map((is) => textsOf(document.blocks).filter((one) => isReadInOrder(one) === is)); // prettier-ignore
      const all = said.normalize("NFKC");
      for (const one of inOrder!) expect(all).toContain(bare(one).normalize("NFKC"));
      const [wanted, read] = [letters(others!.map(bare)), letters([said])];
      expect([...wanted].filter(([letter, times]) => (read.get(letter) ?? 0) < times)).toEqual([]);
    });
  },
);

/** `docs/report-templates.md` is made from the templates: which point asks for what, and what fills it. `vitest -u` writes it anew. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import prettier from "prettier";
import { expect, test } from "vitest";
import { catalogue as en } from "../../app/i18n/en";
import { SIGNED_ON_PAPER } from "../../app/reports/model";
import { pointKey, sectionKey, titleKey, variantKey } from "../../app/reports/report-keys";
import type { Filling, Template } from "../../app/reports/template";
import { TEMPLATES } from "../../app/reports/templates";
import { MANDATORY_POINTS } from "./mandatory-points-more";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PLACE = path.join(ROOT, "docs/report-templates.md");

const textOf = (key: string): string =>
  String(key.split(".").reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], en));
const cell = (text: string): string => text.replaceAll("|", "\\|");
const BY: Readonly<Record<Filling, string>> = {
  computed: "computed from the records",
  stated: "written by a named person",
  both: "computed, and written by a named person",
};

const fillOf = ({ type }: Template): string => `app/services/reports/fill/${type === "tender-check" ? "tender" : type}.server.ts`; // prettier-ignore

function signersIn({ signs }: Template): string {
  const here = ["author", "approver", ...signs.filter((role) => !SIGNED_ON_PAPER.includes(role))];
  const onPaper = signs.filter((role) => SIGNED_ON_PAPER.includes(role));
  return [...new Set(here)].join(", ") + (onPaper.length === 0 ? "" : `; on paper: ${onPaper.join(", ")}`);
}

/** What the law of each variant asks, and the points where it stands. */
function asksOf(template: Template): string[] {
  const titleOf = (id: string) => {
    const section = template.sections.find(({ points }) => points.some((point) => point.id === id))!;
    return textOf(pointKey(template, section, id));
  };
  const rows = template.variants.flatMap(({ id, asks = [] }) =>
    asks.map(({ item, rows: ids, points }) =>
      [`\`${id}\``, item, ids.join(", "), points.map(titleOf).join("; ")].map(cell),
    ),
  );
  if (rows.length === 0) return [];
  return [
    "What each variant asks besides, and where it stands. One that is not released can be looked through here; nobody can start it.",
    [
      "| Variant | Asked for | Rows | Points |",
      "| --- | --- | --- | --- |",
      ...rows.map((row) => `| ${row.join(" | ")} |`),
    ].join("\n"),
  ];
}

function tableOf(template: Template): string {
  const rows = template.sections.flatMap((section) =>
    section.points.map((point) =>
      [
        textOf(sectionKey(template, section)) + (section.only ? ` (only: ${section.only.join(", ")})` : ""),
        textOf(pointKey(template, section, point.id)),
        point.mandatory ? (point.neededIn ? `only: ${point.neededIn.join(", ")}` : "yes") : "",
        point.asked,
        BY[point.how],
        point.commitments.join(", "),
      ].map(cell),
    ),
  );
  const variants = template.variants.map(({ id, released, law }) => `${textOf(variantKey(template, id))} (\`${id}\`${law ? `, ${law}` : ""}${released ? "" : ", not released"})`); // prettier-ignore
  return [
    `## ${textOf(titleKey(template))}`,
    `Type \`${template.type}\`, about: ${template.subject}. Kept at least ${template.keepYears} years. Signed as: ${signersIn(template)}. Serves ${template.serves.join(", ")}. Variants: ${variants.join("; ")}. What is computed comes from \`${fillOf(template)}\`.`,
    [
      "| Section | Point | Needed | Asked for at | Filled | Contributes to |",
      "| --- | --- | --- | --- | --- | --- |",
      ...rows.map((row) => `| ${row.join(" | ")} |`),
    ].join("\n"),
    ...asksOf(template),
  ].join("\n\n");
}

const placeText = (place: string): string => `\`${place}\``;

/** What the written templates make mandatory, and where each stands. */
const mandatoryTables = (): string[] => [
  "## Mandatory points of the written templates",
  "From `tests/services/mandatory-points.ts`, in our words; a test holds that each place is there. `TYPE:POINT.TABLE.COLUMN` is computed; `TYPE:POINT` is a value, or what a person writes; `head`, `filed` and `reference` are fields of the report, of its signatures and of what a statement rests on; `text` is always printed; `file` is a column of the kept register. Type 6, the evidence pack, has [a format of its own](evidence-pack.md).",
  ...Object.entries(MANDATORY_POINTS).map(([group, points]) =>
    [
      `| ${group} | Where |`,
      "| --- | --- |",
      ...Object.entries(points).map(([words, where]) => `| ${cell(words)} | ${"not" in where ? cell(`not held here: ${where.not}`) : where.map(placeText).join(", ")} |`), // prettier-ignore
    ].join("\n"),
  ),
];

test("the table of the templates in docs is what the templates say", async () => {
  const text = [
    "# Report templates, point by point",
    "Made from `app/reports/templates/`; a test compares it, and `npx vitest run --config tests/vitest.config.ts tests/services/report-templates-table.test.ts -u` writes it anew. *Asked for at* names the section and point of the written template: 0 is what all share, 1 the register, 2 the statement, 3 the vendor check memo, 4 the questionnaire, 5 corrective actions and remediation, 7 the response to a request. A point that is needed and of which nothing is told is named before approval and printed as a gap.",
    ...TEMPLATES.map(tableOf),
    ...mandatoryTables(),
  ].join("\n\n");
  const options = await prettier.resolveConfig(PLACE);
  await expect(await prettier.format(text, { ...options, parser: "markdown" })).toMatchFileSnapshot(PLACE);
});

test("what fills a template stands where the table says", () => {
  for (const template of TEMPLATES) {
    const file = path.join(ROOT, fillOf(template));
    expect([template.type, existsSync(file)]).toEqual([template.type, true]);
    // Every point that is computed is named in the file, or in a pure part of it beside it.
    expect(readFileSync(file, "utf8")).toMatch(/export const fill\w+: Fill/u);
  }
});

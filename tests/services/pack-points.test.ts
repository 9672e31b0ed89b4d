/** `docs/evidence-pack-points.md`: what the written template of an evidence pack asks for, point by point, and where it stands. `vitest -u` writes it anew. */
import path from "node:path";
import prettier from "prettier";
import { expect, test } from "vitest";
import { catalogue as en } from "../../app/i18n/en";
import { ALL_LISTS, DOCUMENTS, INDEX, LATER_DOCUMENTS, MANIFEST, NOTES, OPTIONAL, STAMP, type NoteCode } from "../../app/pack/format"; // prettier-ignore
import { MEASURES, type MeasureId } from "../../app/pack/measures";

const PLACE = path.resolve(import.meta.dirname, "../../docs/evidence-pack-points.md");

const FILES: readonly string[] = [
  ...Object.values(ALL_LISTS),
  ...Object.values(DOCUMENTS),
  ...Object.values(LATER_DOCUMENTS),
  ...Object.values(OPTIONAL),
  INDEX,
  MANIFEST,
  STAMP,
];

interface Point {
  /** What is asked for, in our words. */
  readonly asked: string;
  /** Files of the pack in which it stands, and what of it. */
  readonly files: readonly string[];
  readonly how: string;
  /** What of it is in no pack; the manifest says why. */
  readonly absent?: readonly NoteCode[];
}

/** The fifteen contents, in their order. */
const CONTENTS: readonly Point[] = [
  { asked: "Scope and criteria, the law tested, the period, the rule of the sample", files: [MANIFEST, ALL_LISTS.reports], how: "the list, the class, the trail's head; of each report its period, scope and rows of the catalogue", absent: ["plan"] },
  { asked: "Method: sources, versions, rules, weights, limits, changes", files: [DOCUMENTS.model, DOCUMENTS.reference, DOCUMENTS.sources, DOCUMENTS.mapping], how: "all of it, so that each score is computed again" },
  { asked: "Index of the evidence with hash, date and class", files: [INDEX, ALL_LISTS.documents], how: "every file; every document by its SHA-256 with days, strength, tier, site, product and class", absent: ["document-files"] },
  { asked: "Suppliers at the cut-off, and changes since the pack before", files: [ALL_LISTS.suppliers, OPTIONAL.kept, LATER_DOCUMENTS.changes], how: "every supplier; events since by kind, and how many suppliers then and now" },
  { asked: "Policies, contracts, clauses, proof of acceptance", files: [ALL_LISTS.contracts, ALL_LISTS.contractEntries, ALL_LISTS.documents], how: "contracts with terms and reviews; policies as documents", absent: ["contract-ends"] },
  { asked: "The register as it stood, with the reason for each rating", files: [ALL_LISTS.suppliers, ALL_LISTS.reports], how: "results and reasons of every supplier; published registers with the file kept with each (`reports/files/`), compared with the list" },
  { asked: "Reports of audits and visits", files: [ALL_LISTS.findings, ALL_LISTS.documents], how: "what they found, and the documents by hash with issuer and strength; how interviews were held only in the documents", absent: ["document-files"] },
  { asked: "Statistics of complaints and what workers say", files: [ALL_LISTS.findings], how: "findings from such a source that were released", absent: ["in-confidence"] },
  { asked: "Corrective actions and remediation", files: [ALL_LISTS.actions, ALL_LISTS.actionSteps, ALL_LISTS.repayments, ALL_LISTS.decisions], how: "each with its steps; groups under five without numbers", absent: ["no-class"] },
  { asked: "Data of the buyer's own purchasing", files: [ALL_LISTS.buying], how: "orders, payments, recruitment in the price, trainings, as entered; measures of them in demand-reduction reports", absent: ["no-class"] },
  { asked: "One product followed to its raw material", files: [], how: "", absent: ["volumes"] },
  { asked: "Checks against lists, with decisions, false matches too", files: [ALL_LISTS.editions, ALL_LISTS.matches], how: "editions with their days; each decision with its reason", absent: ["checks"] },
  { asked: "Contradictions and unknowns", files: [LATER_DOCUMENTS.measures, ALL_LISTS.readings, ALL_LISTS.issues, ALL_LISTS.suppliers], how: "answers that differ are counted; every answer with its source; what was repaired or left out; coverage of each supplier" },
  { asked: "Who had access, who approved, who looked at what a machine flagged", files: [ALL_LISTS.reports, ALL_LISTS.events, ALL_LISTS.matches], how: "signatures and approvals; who decided which match", absent: ["access-log"] },
  { asked: "Annex on reducing demand", files: [ALL_LISTS.reports], how: "in every register, statement and remediation log, and as a report of its own" },
]; // prettier-ignore

/** The eight measures, in their order. */
const MEASURED: readonly { readonly asked: string; readonly by: readonly MeasureId[] }[] = [
  { asked: "Coverage by evidence, requirement by requirement", by: ["requirements", "findings", "actions", "repayments"] },
  { asked: "Median age of the evidence", by: ["documentAge"] },
  { asked: "Share tied to a lot or a site", by: ["tied"] },
  { asked: "Share verified by a third party", by: ["thirdParty"] },
  { asked: "Share declared by the supplier itself", by: ["selfDeclared"] },
  { asked: "Open contradictions", by: ["contradictions"] },
  { asked: "Size of the sample and its rate of errors", by: ["sample", "sampleErrors"] },
  { asked: "Gap of volumes when a product is followed", by: ["volumes"] },
]; // prettier-ignore

const why = (code: NoteCode): string => en.pack.absent[code].replace(" {{of}}", "");
const row = (cells: readonly string[]): string => `| ${cells.map((one) => one.replaceAll("|", "\\|")).join(" | ")} |`;

test("every point of the template stands in a file of the pack, or the manifest says why it does not", () => {
  expect(CONTENTS).toHaveLength(15);
  for (const { asked, files, how, absent = [] } of CONTENTS) {
    expect([asked, files.length + absent.length > 0, (how === "") === (files.length === 0)]).toEqual([asked, true, true]); // prettier-ignore
    for (const file of files) expect(FILES).toContain(file);
    for (const code of absent) expect(NOTES).toContain(code);
  }
  expect(MEASURED).toHaveLength(8);
  expect(MEASURED.flatMap(({ by }) => by)).toEqual([...MEASURES]);
});

test("the table of the points in docs is what this file says", async () => {
  const text = [
    "# The evidence pack, point by point",
    "What the written template of an audit evidence pack asks for (its type 6: fifteen contents and eight measures, in our words), and where it stands in a [pack](evidence-pack.md). Made by `tests/services/pack-points.test.ts`, which also sees that every point has its place; `npx vitest run --config tests/vitest.config.ts tests/services/pack-points.test.ts -u` writes it anew. The other types stand in [report templates](report-templates.md).",
    "## Contents",
    [
      row(["", "Asked for", "Files", "What stands there", "What does not, and why"]),
      row(["---", "---", "---", "---", "---"]),
      ...CONTENTS.map(({ asked, files, how, absent = [] }, at) =>
        row([String(at + 1), asked, files.map((file) => `\`${file}\``).join(", "), how, absent.map(why).join(" ")]),
      ),
    ].join("\n"),
    "## Measures",
    "All in `measures.json`, each with numerator, denominator and the lists it is counted in, or why it is not measured. A verifier counts them again from the rows.",
    [
      row(["", "Asked for", "Measured as"]),
      row(["---", "---", "---"]),
      ...MEASURED.map(({ asked, by }, at) =>
        row([String(at + 1), asked, by.map((id) => en.pack.measure[id]).join("; ")]),
      ),
    ].join("\n"),
    "Signed by whoever asked for it (`manifest.by`) with the key of the installation; internal and external auditors sign the reports in it, and comment beside their sections.",
  ].join("\n\n");
  const options = await prettier.resolveConfig(PLACE);
  await expect(await prettier.format(text, { ...options, parser: "markdown" })).toMatchFileSnapshot(PLACE);
});

/**
 * What an evidence pack measures of itself: each measure with numerator and denominator and the lists it is counted in, or why it is
 * not measured. Counted from the rows of the pack alone, so that whoever verifies it counts the same. Pure.
 */
import { z } from "zod";
import { canonicalJson } from "../../db/canonical-json";
import { day, LISTS } from "./format";

const count = z.int().min(0);
const text = z.string();

export const MEASURES = [
  "requirements",
  "findings",
  "actions",
  "repayments",
  "documentAge",
  "tied",
  "thirdParty",
  "selfDeclared",
  "contradictions",
  "sample",
  "sampleErrors",
  "volumes",
] as const;
export type MeasureId = (typeof MEASURES)[number];

/** Why a measure is not there: no record holds it, or the pack does not. */
export const NOT_MEASURED = ["plan-elsewhere", "errors-not-recorded", "volumes-not-recorded"] as const;

const Measure = z.discriminatedUnion("is", [
  /** So many of so many. */
  z.strictObject({ id: z.enum(MEASURES), is: z.literal("share"), numerator: count, denominator: count, data: z.array(text) }), // prettier-ignore
  /** The middle of what is known of `numerator` of `denominator`, in days; null: of none. */
  z.strictObject({ id: z.enum(MEASURES), is: z.literal("median-days"), days: z.number().nullable(), numerator: count, denominator: count, data: z.array(text) }), // prettier-ignore
  z.strictObject({ id: z.enum(MEASURES), is: z.literal("not-measured"), why: z.enum(NOT_MEASURED) }),
]);
export type Measure = z.infer<typeof Measure>;

export const Measures = z.strictObject({
  /** Ages are counted to this day. */
  day,
  measures: z.array(Measure),
  /** Of each row of the catalogue that reports in the pack name: how many of their points contribute to it, and how many of these rest on a record. */
  requirements: z.array(z.strictObject({ id: text, points: count, evidenced: count })),
});
export type Measures = z.infer<typeof Measures>;

const Document = z.looseObject({
  issuedOn: day.nullable(),
  strength: text,
  site: text.nullable(),
  product: text.nullable(),
  undoneAt: text.nullable(),
  uses: z.array(z.looseObject({ usedForId: text })),
});
type Document = z.infer<typeof Document>;

const Recorded = z.looseObject({ id: text, undoneAt: text.nullable().optional() });
const Answer = z.looseObject({ supplier: z.int(), what: text, value: z.unknown() });
const ListTold = z.looseObject({ no: z.int(), told: z.looseObject({ recruitment: z.record(text, z.unknown()), workforce: z.record(text, z.unknown()) }) }); // prettier-ignore
const Frozen = z.looseObject({
  content: z.looseObject({
    sections: z.array(
      z.looseObject({
        points: z.array(
          z.looseObject({
            commitments: z.array(text),
            evidence: z.array(text),
            statement: z.looseObject({ evidence: z.array(z.unknown()) }).nullable(),
          }),
        ),
      }),
    ),
  }),
});

const DAY_MS = 86_400_000;
const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** What a supplier was said to answer to one question. */
interface Said {
  readonly values: Set<string>;
  sources: number;
}

/** Counts the rows of a pack as they pass, in any order. */
export class MeasureCount {
  readonly #documents: Document[] = [];
  readonly #ids = { findings: new Set<string>(), actions: new Set<string>(), repayments: new Set<string>() };
  readonly #answers = new Map<string, Said>();
  readonly #requirements = new Map<string, { points: number; evidenced: number }>();

  /** A row of any list; what a measure needs and is not there counts for nothing. */
  row(list: string, row: unknown): void {
    if (list === LISTS.documents) this.#document(row);
    else if (list === LISTS.findings) this.#recorded(this.#ids.findings, row);
    else if (list === LISTS.actions) this.#recorded(this.#ids.actions, row);
    else if (list === LISTS.repayments) this.#recorded(this.#ids.repayments, row);
    else if (list === LISTS.readings) this.#answer(row);
    else if (list === LISTS.suppliers) this.#listTold(row);
    else if (list === LISTS.reports) this.#report(row);
  }

  #document(row: unknown): void {
    const { data } = Document.safeParse(row);
    if (data && data.undoneAt === null) this.#documents.push(data);
  }

  #recorded(ids: Set<string>, row: unknown): void {
    const { data } = Recorded.safeParse(row);
    if (data && (data.undoneAt ?? null) === null) ids.add(data.id);
  }

  #said(supplier: number, what: string, value: unknown): void {
    if (value === null || value === undefined) return;
    const key = `${supplier} ${what}`;
    const said = this.#answers.get(key) ?? { values: new Set(), sources: 0 };
    said.values.add(canonicalJson(value));
    said.sources += 1;
    this.#answers.set(key, said);
  }

  #answer(row: unknown): void {
    const { data } = Answer.safeParse(row);
    if (data) this.#said(data.supplier, data.what, data.value);
  }

  /** What the list itself told of a supplier of whom answers are recorded. */
  #listTold(row: unknown): void {
    if (typeof row !== "object" || row === null || !("told" in row)) return;
    const { data } = ListTold.safeParse(row);
    if (!data) return;
    for (const facts of [data.told.recruitment, data.told.workforce])
      for (const [what, value] of Object.entries(facts)) this.#said(data.no, what, value);
  }

  #report(row: unknown): void {
    const { data } = Frozen.safeParse(row);
    for (const { commitments, evidence, statement } of data?.content.sections.flatMap(({ points }) => points) ?? [])
      for (const id of commitments) {
        const found = this.#requirements.get(id) ?? { points: 0, evidenced: 0 };
        found.points += 1;
        if (evidence.length > 0 || (statement?.evidence.length ?? 0) > 0) found.evidenced += 1;
        this.#requirements.set(id, found);
      }
  }

  /** After the last row. @param on `YYYY-MM-DD`, to which ages are counted. */
  measures(on: string): Measures {
    const documents = this.#documents;
    const share = (id: MeasureId, numerator: number, denominator: number, ...data: string[]): Measure => ({ id, is: "share", numerator, denominator, data }); // prettier-ignore
    const of = (id: MeasureId, isOne: (document: Document) => boolean) => share(id, documents.filter(isOne).length, documents.length, LISTS.documents); // prettier-ignore
    const used = new Set(documents.flatMap(({ uses }) => uses.map(({ usedForId }) => usedForId)));
    const backed = (id: "findings" | "actions" | "repayments") => share(id, [...this.#ids[id]].filter((one) => used.has(one)).length, this.#ids[id].size, LISTS[id], LISTS.documents); // prettier-ignore
    const ages = documents.flatMap(({ issuedOn }) =>
      issuedOn === null ? [] : [(Date.parse(on) - Date.parse(issuedOn)) / DAY_MS],
    );
    const requirements = [...this.#requirements].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, one]) => ({ id, ...one })); // prettier-ignore
    const asked = [...this.#answers.values()].filter(({ sources }) => sources > 1);
    return {
      day: on,
      measures: [
        share("requirements", requirements.filter(({ evidenced }) => evidenced > 0).length, requirements.length, LISTS.reports), // prettier-ignore
        backed("findings"),
        backed("actions"),
        backed("repayments"),
        { id: "documentAge", is: "median-days", days: median(ages), numerator: ages.length, denominator: documents.length, data: [LISTS.documents] }, // prettier-ignore
        of("tied", ({ site, product }) => site !== null || product !== null),
        of("thirdParty", ({ strength }) => strength === "third-party"),
        of("selfDeclared", ({ strength }) => strength === "self-declared"),
        share("contradictions", asked.filter(({ values }) => values.size > 1).length, asked.length, LISTS.readings, LISTS.suppliers), // prettier-ignore
        { id: "sample", is: "not-measured", why: "plan-elsewhere" },
        { id: "sampleErrors", is: "not-measured", why: "errors-not-recorded" },
        { id: "volumes", is: "not-measured", why: "volumes-not-recorded" },
      ],
      requirements,
    };
  }
}

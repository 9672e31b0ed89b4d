/**
 * A report as data: numbers, days, codes, and the texts of people and files; no word of a language. The page, the PDF, the
 * workbook, the CSV and the JSON file are made of it, and of nothing else.
 */
import { z } from "zod";

/** The types of reports; each has a template in `templates/`. */
export const REPORT_TYPES = [
  "register",
  "statement",
  "category",
  "tender-check",
  "espd",
  "remediation",
  "demand",
  "response",
] as const;
export type ReportType = (typeof REPORT_TYPES)[number];

/** Who may read a filed report, the widest circle first: as records are classed for a disclosure. */
export const REPORT_CLASSES = ["public", "internal", "confidential"] as const;
export type ReportClass = (typeof REPORT_CLASSES)[number];
/** Do more people read the one class than the other? Pure. */
export const isWider = (one: ReportClass, other: ReportClass): boolean =>
  REPORT_CLASSES.indexOf(one) < REPORT_CLASSES.indexOf(other);

/** What a named person judges of a row of the catalogue. */
const JUDGED = ["met", "partly", "not-met", "not-bound", "undecided"] as const;

/**
 * Which list a report tells of: `now`: of the one that is shown, for the period runs; `then`: of that of the period's end, as it stood;
 * `gone`: of the one that is shown, for that of the period's end is not kept; `none`: of that too, for none was shown at its end.
 */
const LIST_FROM = ["now", "then", "gone", "none"] as const;
export type ListFrom = (typeof LIST_FROM)[number];

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
const Instant = z.iso.datetime();
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
/** Whole ten-thousandths of a unit of the currency. */
const TenThousandths = z.string().regex(/^-?\d{1,30}$/u);

/** One thing that is told. */
export const Value = z.discriminatedUnion("is", [
  z.object({ is: z.literal("count"), count: z.int().min(0) }),
  z.object({ is: z.literal("number"), number: z.number() }),
  /** A part of a whole; a whole of 0 has no share. */
  z.object({ is: z.literal("share"), part: z.int().min(0), whole: z.int().min(0) }),
  z.object({ is: z.literal("money"), amount: TenThousandths, currency: z.string() }),
  z.object({ is: z.literal("day"), day: Day }),
  z.object({ is: z.literal("days"), days: z.number().min(0) }),
  /** A word of a closed list: `of` names the list, `code` the word. */
  z.object({ is: z.literal("code"), of: z.string(), code: z.string() }),
  /** Words of a closed list, in their order. */
  z.object({ is: z.literal("codes"), of: z.string(), codes: z.array(z.string()).min(1) }),
  /** A name of the reference data by language; in English always, in others where the table has it. */
  z.object({ is: z.literal("name"), names: z.object({ en: z.string() }).catchall(z.string()) }),
  /** Text of a file or a person, in the language they wrote it in. */
  z.object({ is: z.literal("text"), text: z.string() }),
]);
export type Value = z.infer<typeof Value>;

/** A cell of a table; null: unknown, or not told. */
export const Cell = Value.nullable();
export type Cell = z.infer<typeof Cell>;

export const Table = z.object({
  id: z.string(),
  /** `width`: share of the page; 0: a column of the files alone. */
  columns: z.array(z.object({ id: z.string(), width: z.number().min(0) })),
  rows: z.array(z.array(Cell)),
  /** Rows there are in all; more than `rows` where the table is cut. */
  all: z.int().min(0),
});
export type Table = z.infer<typeof Table>;

/** A length for each word or text. */
export const Bars = z.object({
  id: z.string(),
  bars: z.array(z.object({ label: Value, count: z.int().min(0) })),
});
export type Bars = z.infer<typeof Bars>;

/** A measure of two kinds of things: how many of each pair. */
export const Heat = z.object({
  id: z.string(),
  across: z.array(Value),
  down: z.array(Value),
  /** Rows as `down`, cells as `across`; null: none of the pair. */
  cells: z.array(z.array(z.number().nullable())),
});
export type Heat = z.infer<typeof Heat>;

/** Kinds of records a statement can rest on; `cited`: a document that is kept elsewhere, in the author's words. */
export const REFERENCE_KINDS = [
  "finding",
  "action",
  "repayment",
  "evidence",
  "category",
  "check",
  "contract",
  "import",
  "cited",
] as const;
export const Reference = z.object({
  kind: z.enum(REFERENCE_KINDS),
  /** Public id of the record; "" for a cited document. */
  id: z.string(),
  /** What it is called, or how it is cited. */
  title: z.string(),
  /** Its own day: issued, found, due, filed, published. */
  day: Day.nullable(),
  sha256: Sha256.nullable(),
  /** Of a document kept here, as far as it is known; left out: it is none, or not open to the report's readers. */
  document: z
    .object({
      /** The day it came here. */
      retrievedOn: Day,
      strength: z.enum(["primary", "third-party", "self-declared", "inferred"]),
      tier: z.int().min(1).nullable(),
      site: z.string().nullable(),
      product: z.string().nullable(),
      expiresOn: Day.nullable(),
      class: z.enum(REPORT_CLASSES),
    })
    .optional(),
});
export type Reference = z.infer<typeof Reference>;

/** What a person wrote for a point, with their name and day. */
export const Statement = z.object({
  text: z.string(),
  by: z.string(),
  at: Instant,
  /** What it rests on; nothing: it is printed as unsupported. */
  evidence: z.array(Reference),
});
export type Statement = z.infer<typeof Statement>;

/** A point of the template and what is told of it. */
export const Point = z.object({
  id: z.string(),
  mandatory: z.boolean(),
  /** Computed from the records: null where they do not tell it, which is never zero. */
  values: z.array(Value).nullable(),
  statement: Statement.nullable(),
  tables: z.array(Table),
  bars: z.array(Bars),
  heat: z.array(Heat),
  /** Ids of the catalogue's rows to which it contributes. */
  commitments: z.array(z.string()),
  /** Ids of the records it was computed from, where they are few. */
  evidence: z.array(z.string()),
});
export type Point = z.infer<typeof Point>;

export const Section = z.object({ id: z.string(), points: z.array(Point) });
export type Section = z.infer<typeof Section>;

/** A file that is kept beside the report in the data folder; whoever has it can check that it is this one. */
export const Attachment = z.object({
  id: z.string(),
  name: z.string(),
  /** Records under the header. */
  rows: z.int().min(0),
  bytes: z.int().min(0),
  sha256: Sha256,
});
export type Attachment = z.infer<typeof Attachment>;

export const Report = z.object({
  schema: z.literal("candour-report/1"),
  type: z.enum(REPORT_TYPES),
  variant: z.string(),
  version: z.int().min(1),
  /** The report that this version corrects, and why. */
  corrects: z.object({ id: z.string(), number: z.int().nullable(), reason: z.string() }).nullable(),
  organisation: z.object({
    name: z.string(),
    identifier: z.string(),
    country: z.string().nullable(),
    /** Its own sector by language, as it was stated of who buys; left out: not stated. */
    sector: z.object({ en: z.string() }).catchall(z.string()).optional(),
  }),
  /** First and last day. */
  period: z.tuple([Day, Day]),
  /** What it is about where that is not the whole workspace: a lot, a category, a product. */
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string() }).nullable(),
  class: z.enum(REPORT_CLASSES),
  /** Years it is kept at least. */
  keepYears: z.int().min(1),
  isDemo: z.boolean(),
  made: z.object({ at: Instant, by: z.string() }),
  /** Who entered the days, names and choices that the template asks for, and when; left out: none were entered. */
  entered: z.array(z.object({ by: z.string(), at: Instant, facts: z.array(z.string()) })).optional(),
  /** Null: no list is published, or the report rests on none. `generation`: the number under which the trail tells of it. */
  list: z.object({ fileName: z.string(), sha256: z.string(), publishedAt: Instant.nullable(), suppliers: z.int().min(0), generation: z.int().min(1).optional() }).nullable(), // prettier-ignore
  /** Left out: it rests on no list, or was made before this was told, of the list that was shown. */
  listFrom: z.enum(LIST_FROM).optional(),
  method: z.object({ model: z.string(), dataDate: z.string(), dataHash: z.string() }).nullable(),
  /** Rows of the catalogue to which something in the report contributes, as they stood, with the points that do. */
  commitments: z.array(
    z.object({
      id: z.string(),
      instrument: z.string(),
      article: z.string(),
      /** How the row was checked: read in the text, told by a secondary account, or from memory. */
      confidence: z.string(),
      points: z.array(z.string()),
      /** A person's, as it stood when the report was frozen, by "" in a public report; null: nobody had judged, or the report is part of a bidder's file. Never computed. */
      judgement: z.object({ judgement: z.enum(JUDGED), by: z.string(), at: Instant }).nullable(),
    }),
  ),
  /** `key`: the id by which values name it; its number in the report is its place here. */
  sources: z.array(z.object({ key: z.string().optional(), title: z.string(), publisher: z.string(), year: z.string(), licence: z.string() })), // prettier-ignore
  attachments: z.array(Attachment),
  sections: z.array(Section),
});
export type Report = z.infer<typeof Report>;

/** Who stands by a report, for what, and by which hash of its contents. */
export const SIGN_ROLES = [
  "author",
  "reviewer",
  "approver",
  "board",
  "director",
  "legal",
  "supplier",
  "worker-representative",
  "verifier",
  "internal-audit",
  "external-audit",
] as const;
export type SignRole = (typeof SIGN_ROLES)[number];

/** Those of people who are no members: nobody signs for them here, the printed document has a line for each. */
export const SIGNED_ON_PAPER: readonly SignRole[] = ["supplier", "worker-representative"];
/** Those that check what another wrote. */
export const SIGNED_BY_ANOTHER: readonly SignRole[] = ["reviewer", "verifier"];

/** Those that speak for the organisation: whoever signs so says what they are in it. */
export const SIGNED_WITH_TITLE: readonly SignRole[] = ["board", "director"];

export const Signature = z.object({
  role: z.enum(SIGN_ROLES),
  name: z.string(),
  /** What they are in their organisation, in their own words. */
  title: z.string(),
  at: Instant,
  sha256: Sha256,
  /** There was nobody else who could do it. */
  alone: z.boolean(),
});
export type Signature = z.infer<typeof Signature>;

/** A report with what happened to it since its contents were frozen. */
export const FiledReport = z.object({
  report: Report,
  /** Of the contents, as canonical JSON; null while they are a draft. */
  sha256: Sha256.nullable(),
  state: z.enum(["draft", "review", "approved", "published"]),
  /** Of its type in the workspace; null before it is published. */
  number: z.int().min(1).nullable(),
  publishedAt: Instant.nullable(),
  signatures: z.array(Signature),
});
export type FiledReport = z.infer<typeof FiledReport>;

export const count = (value: number): Value => ({ is: "count", count: value });
export const share = (part: number, whole: number): Value => ({ is: "share", part, whole });
export const day = (value: string): Value => ({ is: "day", day: value });
export const days = (value: number): Value => ({ is: "days", days: value });
export const text = (value: string): Value => ({ is: "text", text: value });
export const number = (value: number): Value => ({ is: "number", number: value });
export const code = (of: string, value: string): Value => ({ is: "code", of, code: value });
/** Who or what, and its day: "2026-03-02/Kim Ålund". */
export const dated = (words: string, on: string | null): Value => (on === null ? text(words) : code("dated", `${on}/${words}`)); // prettier-ignore
/** An edition of a list: most are called by their day. */
export const dayOrText = (value: string): Value => (Day.safeParse(value).success ? day(value) : text(value));
/** Null for no words. */
export const codes = (of: string, values: readonly string[]): Cell =>
  values.length === 0 ? null : { is: "codes", of, codes: [...values] };
export const money = (amount: bigint | string, currency: string): Value => ({ is: "money", amount: String(amount), currency }); // prettier-ignore

/** The value, or null where it is not known. */
export const known = <T>(value: T | null | undefined, made: (value: T) => Value): Cell =>
  value === null || value === undefined || value === "" ? null : made(value);

/** Says of a number that nothing tells it. */
export const NOT_MEASURED: Value = code("measured", "not");
const isUnmeasured = (value: Value): boolean => value.is === "code" && value.of === "measured";

/**
 * Is anything told of the point? A table, chart or table of pairs tells something where a cell or bar of it has a value. What is said
 * not to be measured is not told, whatever stands beside it.
 */
export const isTold = (point: Point): boolean => {
  const { values, statement } = point;
  if (statement !== null) return true;
  if ((values ?? []).some(isUnmeasured)) return false;
  return (values ?? []).length > 0 || hasRows(point);
};

/** Has a table, chart or table of pairs of it anything to show, be the point told or not? */
export const hasRows = ({ tables, bars, heat }: Pick<Point, "tables" | "bars" | "heat">): boolean =>
  tables.some(hasCells) ||
  bars.some((chart) => chart.bars.length > 0) ||
  heat.some(({ cells }) => cells.some((row) => row.some((cell) => cell !== null)));
export const hasCells = ({ rows }: Pick<Table, "rows">): boolean =>
  rows.some((row) => row.some((cell) => cell !== null));

/** Mandatory points of which nothing is told, in the order of the report. */
export const emptyPoints = ({ sections }: Pick<Report, "sections">): { section: string; point: string }[] =>
  sections.flatMap((section) =>
    section.points
      .filter((point) => point.mandatory && !isTold(point))
      .map((point) => ({ section: section.id, point: point.id })),
  );

/** Statements that rest on no record, in the order of the report. */
export const unsupportedPoints = ({ sections }: Pick<Report, "sections">): { section: string; point: string }[] =>
  sections.flatMap((section) =>
    section.points
      .filter(({ statement }) => statement !== null && statement.evidence.length === 0)
      .map((point) => ({ section: section.id, point: point.id })),
  );

/** By the id of the catalogue's row: the points that tell something and contribute to it, in the order of the report. */
export function pointsByCommitment({ sections }: Pick<Report, "sections">): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id: section, points } of sections)
    for (const point of points.filter(isTold))
      for (const commitment of point.commitments)
        found.set(commitment, [...(found.get(commitment) ?? []), `${section}.${point.id}`]);
  return found;
}

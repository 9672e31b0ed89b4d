/**
 * What lies in an evidence pack and where: docs/evidence-pack.md. Everything here is read from files of others, so every shape is
 * strict: what is not named is refused.
 */
import { z } from "zod";
import { ACCESS_CLASSES } from "../../db/schema/findings";

export const PACK_FORMAT = "candour-pack/1";
/** Stands before the manifest where it is signed, so that the signature of one thing is never that of another. */
export const SIGNED_AS = "Candour evidence pack, manifest, version 1\n";

export const INDEX = "index.json";
export const MANIFEST = "manifest.json";
export const SIGNATURE = "signature.json";
/** What a time-stamping service answered (TimeStampResp, RFC 3161) about the signature, and the seal by the pack's key over it. */
export const STAMP = "timestamp.tsr";
export const STAMP_SEAL = "timestamp.json";
/** Stands before the stamp where it is sealed. */
export const STAMP_SEALED_AS = "Candour evidence pack, time stamp, version 1\n";
/** Files that the index does not name: it, what signs it, the signature, and what is made after it. */
export const UNINDEXED: readonly string[] = [INDEX, MANIFEST, SIGNATURE, STAMP, STAMP_SEAL];

/** Lists, a row of canonical JSON a line; each has its hashes beside it. */
export const LISTS = {
  suppliers: "list/suppliers.jsonl",
  records: "list/records.jsonl",
  issues: "list/issues.jsonl",
  readings: "readings/readings.jsonl",
  editions: "screening/lists.jsonl",
  matches: "screening/decisions.jsonl",
  findings: "findings/findings.jsonl",
  findingSteps: "findings/steps.jsonl",
  documents: "evidence/documents.jsonl",
  actions: "actions/actions.jsonl",
  actionSteps: "actions/steps.jsonl",
  repayments: "actions/repayments.jsonl",
  decisions: "actions/decisions.jsonl",
  reports: "reports/reports.jsonl",
  events: "trail/events.jsonl",
  people: "people.jsonl",
} as const;

/** Lists that packs have since the second edition. */
export const LATER_LISTS = {
  contracts: "contracts/contracts.jsonl",
  contractEntries: "contracts/entries.jsonl",
  buying: "contracts/buying.jsonl",
} as const;
/** All lists of a pack of this edition. */
export const ALL_LISTS = { ...LISTS, ...LATER_LISTS } as const;

/** The hashes of a list's rows, 32 bytes each. */
export const leavesOf = (list: string): string => `${list.slice(0, -".jsonl".length)}.leaves`;

/** Single documents. */
export const DOCUMENTS = {
  readMe: "READ-ME.txt",
  readMeRu: "READ-ME.ru.txt",
  mapping: "list/mapping.json",
  totals: "list/totals.json",
  model: "model/model.json",
  reference: "model/reference.json",
  sources: "model/sources.json",
} as const;

/** Documents that packs have since the second edition. */
export const LATER_DOCUMENTS = { measures: "measures.json", changes: "changes.json" } as const;

/** A file that was kept with a report, by its SHA-256. */
export const keptFileOf = (sha256: string): string => `reports/files/${sha256}.csv`;
export const KEPT_FILE = /^reports\/files\/(?<sha256>[0-9a-f]{64})\.csv$/u;
/** So many of them are in a pack, those of the newest reports. */
export const MOST_KEPT_FILES = 300;

/** What is not in a pack, by a reason that the verifier tells; `kept-file` says of which report. */
export const NOTES = [
  "plan",
  "checks",
  "access-log",
  "judgements",
  "categories",
  "contract-ends",
  "document-files",
  "in-confidence",
  "volumes",
  "no-class",
  "kept-file",
] as const;
export type NoteCode = (typeof NOTES)[number];

/** The released model under a derived one; the file as it was kept; the verifier as a page. */
export const OPTIONAL = { released: "model/released.json", kept: "list/kept", page: "verify.html" } as const;

/** Largest document that is read whole; rows and the kept file are not. */
export const MOST_DOCUMENT_BYTES = 2 ** 26;
export const MOST_ROW_BYTES = 2 ** 24;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const ed25519 = z.string().regex(/^[0-9a-f]{128}$/u);
const count = z.int().min(0);
const text = z.string();
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u);
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);

export const IndexFile = z.strictObject({
  path: text,
  bytes: count,
  sha256,
  /** Of a list: how many rows, the root over its blocks, and the root of each block. */
  rows: z.strictObject({ count, root: sha256, blocks: z.array(sha256) }).optional(),
});
export type IndexFile = z.infer<typeof IndexFile>;
export const Index = z.strictObject({ format: z.literal(PACK_FORMAT), files: z.array(IndexFile) });
export type Index = z.infer<typeof Index>;

export const Manifest = z.strictObject({
  format: z.literal(PACK_FORMAT),
  madeAt: instant,
  program: text,
  /** `command`: nobody signed in, so that no person stands behind it. */
  by: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("person"), id: text, name: text }),
    z.strictObject({ kind: z.literal("command") }),
  ]),
  workspace: z.strictObject({ no: z.int().positive(), id: text, name: text }),
  list: z.strictObject({
    generation: z.int().positive(),
    importId: text,
    fileName: text,
    /** Of the file as it was received; the kept one may be cut. */
    sha256,
    bytes: count,
    /** The day it was received, on which it was assessed. */
    day,
    suppliers: count,
    /** When another list took its place: answers are those in force by then. Left out: it is the list that is shown. */
    until: instant.optional(),
    /** null: no copy could be kept. `cut`: headers of the columns whose cells were emptied, and whether anything was. */
    kept: z.strictObject({ cut: z.boolean(), emptied: z.array(text) }).nullable(),
  }),
  model: z.strictObject({ id: text, sha256, releasedSha256: sha256.nullable() }),
  data: z.strictObject({ date: day, sha256 }),
  /** What stands above this class was left out, with what is about such a finding, and reports that tell of it; so many of each. */
  upTo: z.enum(ACCESS_CLASSES),
  withheld: z.strictObject({
    findings: count,
    documents: count,
    actions: count,
    repayments: count,
    reports: count,
    /** Decisions about suppliers. Left out: none were. */
    decisions: count.optional(),
  }),
  /** Left out of packs from before `LATER_LISTS` and `LATER_DOCUMENTS`. */
  edition: z.literal(2).optional(),
  /** The report whose list it holds. Left out: the list that was shown. */
  report: text.optional(),
  /** What is not in it and why. */
  notes: z.array(z.strictObject({ code: z.enum(NOTES), of: text.optional() })).optional(),
  trail: z.strictObject({ headSeq: count, headHash: sha256 }),
  index: z.strictObject({ bytes: count, sha256 }),
  /** There is a time stamp: whoever takes it out is found. Left out where there is none. */
  timestamp: z.literal("RFC 3161").optional(),
});
export type Manifest = z.infer<typeof Manifest>;

export const Signature = z.strictObject({
  algorithm: z.literal("Ed25519"),
  /** 32 bytes, hex. */
  publicKey: sha256,
  /** 64 bytes, hex. */
  signature: ed25519,
  /** Of the manifest, where there is a time stamp: what is stamped then names what was signed, whatever the key. */
  manifestSha256: sha256.optional(),
});
export type Signature = z.infer<typeof Signature>;

export const StampSeal = z.strictObject({ signature: ed25519 });
export type StampSeal = z.infer<typeof StampSeal>;

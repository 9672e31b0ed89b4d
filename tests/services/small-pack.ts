/** A small evidence pack, and what somebody could do to it. */
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import yazl from "yazl";
import { canonicalJson } from "../../db/canonical-json";
import { contentsDigest, linkHash } from "../../db/chain";
import { FIRST_HASH } from "../../db/chain-link";
import { createEngine, modelById, type RiskModel } from "../../risk-models";
import type { SigningKey } from "../../app/files/signing-key.server";
import { reference } from "../../app/lib/reference.server";
import { DOCUMENTS, INDEX, leavesOf, LISTS, MANIFEST, PACK_FORMAT, SIGNATURE, SIGNED_AS } from "../../app/pack/format";
import type { Index, IndexFile, Manifest } from "../../app/pack/format";
import { hex } from "../../app/pack/hashing";
import { blockRoots, hashAt, hashCount, HashList, leafHash, treeRoot } from "../../app/pack/merkle";
import { packedResult } from "../../app/pack/result";
import type { OpenEvent, PackedFacts, RecordRow, SupplierRow, Totals } from "../../app/pack/rows";
import { verifyPack, type PackCheck } from "../../app/pack/verify";
import { readEntries, readEntry, type ByteSource } from "../../app/pack/zip-reader";
import { NODE_TOOLS } from "../../app/services/packs/pack-tools.server";
import { writePack, type AskStamp, type Described, type PackPart } from "../../app/services/packs/write-pack.server";

export const DAY = "2026-11-20";
export const MADE_AT = "2026-11-21T08:00:00.000Z";
const MODEL = "2026.2";
export const SUPPLIERS = 12;
/** More than a block. */
export const RECORDS = 1005;

const sha256 = () => createHash("sha256");
const hexOf = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

const KEPT = Buffer.from("Name;Product\nMill 1;shirts\n");
const LIST_HASH = hexOf(KEPT);

/** A key that lies nowhere. */
export function aKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const raw = publicKey.export({ type: "spki", format: "der" }).subarray(-32);
  return { publicKey: raw, fingerprint: hexOf(raw), sign: (message) => sign(null, message, privateKey) };
}

const place = (country: string | null) => ({
  country,
  region: null,
  basis: country === null ? ("unknown" as const) : ("stated" as const),
});

const factsOf = (n: number): PackedFacts => ({
  seat: place(["DE", "BD", "TR", null][n % 4]!),
  placeOfWork: place(null),
  origin: place(null),
  role: n % 3 === 0 ? "labour-provider" : "unknown",
  sector: { isic: n % 5 === 0 ? null : ["1410", "7820", "8121"][n % 3]!, basis: "stated", confidence: 1 },
  goods: [],
  recruitment: n % 4 === 1 ? { feesPaidByWorkers: "yes" } : {},
  workforce: n % 2 === 0 ? { workers: 10 * n + 5 } : {},
});

const engineOf = (model: RiskModel) => createEngine(model, reference().risk());
const engine = () => engineOf(modelById(MODEL)!);

export function supplierOf(n: number, facts = factsOf(n)): SupplierRow {
  const result = packedResult(engine().score({ ...facts, asOf: DAY }), null);
  return {
    no: n + 1,
    id: `supplier-${n + 1}`,
    name: `Mill ${n + 1}`,
    supplierNumber: null,
    registrationId: null,
    city: null,
    address: null,
    product: "shirts",
    parent: null,
    tier: null,
    accountCode: null,
    facts: facts as SupplierRow["facts"],
    spend: { EUR: [String(10_000 * (n + 1)), "0"] },
    records: n === 0 ? 1 + RECORDS - 2 : 1,
    first: { line: n + 2, offset: 10 * n, bytes: 10 },
    result,
  };
}

/** Records of the first supplier, one set aside, one left out. */
const recordOf = (n: number): RecordRow => ({
  record: n,
  line: SUPPLIERS + 2 + n,
  offset: 10 * (SUPPLIERS + n),
  bytes: 10,
  outcome: n === 3 ? "set-aside" : n === 4 ? "left-out" : "imported",
  supplier: n === 3 || n === 4 ? null : 1,
  amount: n === 3 ? "5" : n === 4 ? "2" : null,
  currency: n === 3 || n === 4 ? "EUR" : null,
  date: null,
});

const TOTAL = (SUPPLIERS * (SUPPLIERS + 1) * 10_000) / 2;
const totals: Totals = {
  kind: "list",
  rows: { read: SUPPLIERS + RECORDS, imported: SUPPLIERS + RECORDS - 2, repaired: 0, setAside: 1, leftOut: 1 },
  suppliers: SUPPLIERS,
  currencies: [
    {
      currency: "EUR",
      file: String(TOTAL + 7),
      counted: String(TOTAL),
      creditNotes: "0",
      setAside: "5",
      rejected: "2",
    },
  ],
};

type Told = readonly [name: string, contents: object, actor?: string];

function chain(names: readonly Told[]): OpenEvent[] {
  let hash = FIRST_HASH;
  return names.map(([name, contents, actor = "ines"], at): OpenEvent => {
    const salt = String(at).padStart(32, "0");
    const when = new Date(Date.UTC(2026, 10, 20, 8, at));
    const digest = contentsDigest(salt, canonicalJson(contents));
    const link = { workspaceNo: 1, seq: at + 1, at: when, actorUserId: actor, name, digest, seals: "" };
    hash = linkHash(hash, link);
    const shown = { seq: at + 1, at: when.toISOString(), actor, name, digest, seals: "" as const, hash, salt };
    return { ...shown, contents: contents as Record<string, unknown> };
  });
}

/** Contents of a report as they are frozen. */
const contentsOf = (version: number, corrects: object | null) => ({
  schema: "candour-report/1",
  type: "register",
  variant: "standard",
  version,
  corrects,
  class: "internal",
  attachments: [{ id: "register", name: "register.csv", rows: SUPPLIERS, bytes: 900, sha256: "ef".repeat(32) }],
  sections: [{ id: "scope", points: [{ id: "suppliers", values: [{ is: "count", count: SUPPLIERS }] }] }],
});

/** A report that Ines sent to review, with what each event says of it. */
export function reportOf(
  id: string,
  content: object,
  state: "review" | "approved" | "published",
  number: number | null,
) {
  const contentSha256 = hexOf(canonicalJson(content));
  const at = "2026-11-20T09:00:00.000Z";
  const signed = (role: string, by: string) => ({ id: `${id}-${role}`, role, by, title: `${role} of Alder`, at, sha256: contentSha256, alone: false }); // prettier-ignore
  const isApproved = state !== "review";
  const row = {
    id,
    state,
    number,
    publishedAt: number === null ? null : at,
    sha256: contentSha256,
    signatures: [
      signed("author", "ines"),
      ...(isApproved ? [signed("approver", "omar")] : []),
      ...(state === "published" ? [signed("legal", "lena")] : []),
    ],
    content,
  };
  const { version } = content as { version: number };
  const about = { reportId: id, contentSha256 };
  const by = (role: string) => ({ ...about, signatureId: `${id}-${role}`, title: `${role} of Alder`, signedAt: at });
  const events: Told[] = [["report.submitted", { ...by("author"), class: "internal", note: "" }]];
  if (isApproved)
    events.push(["report.approved", { ...by("approver"), alone: false, empty: [], unsupported: [] }, "omar"]);
  if (state === "published") {
    events.push(["report.published", { ...about, type: "register", fileNo: number, version, publishedAt: at }, "omar"]);
    events.push(["report.signed", { ...by("legal"), role: "legal" }, "lena"]);
  }
  return { row, events };
}

/** One that was published, and the version that corrects it, in review. */
const REPORTS = [
  reportOf("report-1", contentsOf(1, null), "published", 1),
  reportOf("report-2", contentsOf(2, { id: "report-1", number: 1, reason: "a name" }), "review", null),
];

const MATCH = {
  candidateId: "candidate-1",
  listId: "un",
  entryId: "entry-1",
  decision: "not-match",
  reason: "another country",
  editionDate: "2026-11-01",
};
const FINDING = { id: "finding-1", summary: "wages were late", source: "audit", recordedBy: "ines" };

async function* pageOf(rows: readonly object[]) {
  yield rows;
}

/** The files of a pack, in their order. */
export type PackFiles = Map<string, Uint8Array>;

export async function smallPack(folder: string, key: SigningKey, askStamp: AskStamp | null = null): Promise<PackFiles> {
  const events = chain([
    ["workspace.created", { workspaceId: "w" }],
    [
      "import.published",
      {
        importId: "import-1",
        generation: 1,
        sha256: LIST_HASH,
        suppliers: SUPPLIERS,
        modelId: MODEL,
        dataDate: reference().riskDate,
      },
    ],
    ["match.decided", { decisionId: "decision-1", ...MATCH }],
    ["member.added", { userId: "omar" }],
    ...REPORTS.flatMap(({ events: told }) => told),
    ["finding.recorded", { findingId: "finding-1", finding: { ...FINDING, supplierNo: 2, status: "alleged" } }],
  ]);
  const slice = events.map((one) =>
    one.name === "member.added" ? { from: one.seq, to: one.seq, hash: one.hash } : one,
  );
  const rows: Partial<Record<string, readonly object[]>> = {
    [LISTS.suppliers]: Array.from({ length: SUPPLIERS }, (_, n) => supplierOf(n)),
    [LISTS.records]: Array.from({ length: RECORDS }, (_, n) => recordOf(n)),
    [LISTS.issues]: [{ record: 3, line: 17, outcome: "set-aside", code: "row.public-body", field: null, found: "" }],
    [LISTS.matches]: [{ id: "decision-1", ...MATCH, supplier: 1, decidedBy: "ines" }],
    [LISTS.findings]: [{ ...FINDING, supplier: 2, status: "under-review" }],
    [LISTS.reports]: REPORTS.map(({ row }) => row),
    [LISTS.people]: [{ id: "ines", name: "Ines" }],
    [LISTS.events]: slice,
  };
  const model = canonicalJson(modelById(MODEL));
  const parts: PackPart[] = [
    { path: DOCUMENTS.readMe, text: "read me\n" },
    { path: DOCUMENTS.readMeRu, text: "прочти\n" },
    { path: DOCUMENTS.mapping, text: canonicalJson({ name: 0 }) },
    { path: DOCUMENTS.totals, text: canonicalJson(totals) },
    { path: DOCUMENTS.model, text: model },
    { path: DOCUMENTS.reference, text: reference().riskText() },
    { path: DOCUMENTS.sources, text: "[]" },
    {
      path: "list/kept",
      async *bytes() {
        yield KEPT;
      },
    },
    ...Object.values(LISTS).map((list) => ({ path: list, rows: () => pageOf(rows[list] ?? []) })),
  ];
  const described: Described = {
    madeAt: MADE_AT,
    program: "candour test",
    by: { kind: "person", id: "ines", name: "Ines" },
    workspace: { no: 1, id: "w", name: "Alder" },
    list: {
      generation: 1,
      importId: "import-1",
      fileName: "list.csv",
      sha256: LIST_HASH,
      bytes: KEPT.length,
      day: DAY,
      suppliers: SUPPLIERS,
      kept: { cut: false, emptied: [] },
    },
    model: { id: MODEL, sha256: hexOf(model), releasedSha256: null },
    data: { date: reference().riskDate, sha256: reference().riskHash },
    upTo: "internal",
    withheld: { findings: 0, documents: 0, actions: 0, repayments: 0, reports: 0 },
    trail: { headSeq: events.length, headHash: events.at(-1)!.hash },
  };
  const file = path.join(folder, "small.zip");
  await writePack(file, parts, described, key, askStamp);
  return filesOf(readFileSync(file));
}

export const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (offset, length) => {
    if (offset < 0 || offset + length > bytes.length) throw new Error("read past the end");
    return bytes.slice(offset, offset + length);
  },
});

export async function filesOf(zip: Uint8Array): Promise<PackFiles> {
  const files: PackFiles = new Map();
  for (const entry of await readEntries(sourceOf(zip))) {
    const pieces: Uint8Array[] = [];
    for await (const piece of readEntry(sourceOf(zip), entry, NODE_TOOLS.inflate)) pieces.push(piece);
    files.set(entry.name, Buffer.concat(pieces));
  }
  return files;
}

/** The files as they are, in a container as Candour writes it. */
export async function zipped(files: PackFiles): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const options = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };
  for (const [name, bytes] of files)
    zip.addBuffer(Buffer.from(bytes), name, { ...options, compress: bytes.length > 0 });
  zip.end();
  return buffer(zip.outputStream);
}

export const check = async (
  files: PackFiles,
  fingerprint: string | null = null,
  authority: string | null = null,
): Promise<PackCheck> => verifyPack(sourceOf(await zipped(files)), NODE_TOOLS, { fingerprint, authority });

const linesOf = (bytes: Uint8Array): string[] => Buffer.from(bytes).toString("utf8").split("\n").slice(0, -1);

/** A list with its rows changed as text, and nothing else. */
export function withRows(files: PackFiles, list: string, change: (rows: string[]) => string[]): PackFiles {
  const rows = change(linesOf(files.get(list)!));
  return new Map(files).set(list, Buffer.from(rows.map((row) => `${row}\n`).join("")));
}

export const withJson = <T extends object>(files: PackFiles, file: string, change: (value: T) => void): PackFiles => {
  const value = JSON.parse(Buffer.from(files.get(file)!).toString("utf8")) as T;
  change(value);
  return new Map(files).set(file, Buffer.from(canonicalJson(value)));
};

/** Every hash made anew and signed with a key: what somebody does who knows the format and not the organisation's key. */
export function resealed(
  files: PackFiles,
  key: SigningKey,
  change: (manifest: Manifest) => void = () => {},
): PackFiles {
  const made = new Map(files);
  const index: IndexFile[] = [];
  for (const list of Object.values(LISTS)) {
    const leaves = new HashList();
    for (const row of linesOf(made.get(list)!)) leaves.add(leafHash(sha256, Buffer.from(row)));
    made.set(leavesOf(list), leaves.bytes.slice());
  }
  for (const [name, bytes] of made) {
    if ([INDEX, MANIFEST, SIGNATURE].includes(name)) continue;
    const file: IndexFile = { path: name, bytes: bytes.length, sha256: hexOf(bytes) };
    if (!name.endsWith(".jsonl")) index.push(file);
    else {
      const leaves = made.get(leavesOf(name))!;
      const roots = blockRoots(sha256, leaves);
      const blocks = Array.from({ length: hashCount(roots) }, (_, at) => hex(hashAt(roots, at)));
      index.push({ ...file, rows: { count: hashCount(leaves), root: hex(treeRoot(sha256, roots)), blocks } });
    }
  }
  index.sort((a, b) => (a.path < b.path ? -1 : 1));
  const indexBytes = Buffer.from(canonicalJson({ format: PACK_FORMAT, files: index } satisfies Index));
  const manifest = JSON.parse(Buffer.from(made.get(MANIFEST)!).toString("utf8")) as Manifest;
  const model = made.get(DOCUMENTS.model)!;
  Object.assign(manifest, { index: { bytes: indexBytes.length, sha256: hexOf(indexBytes) } });
  Object.assign(manifest.model, { sha256: hexOf(model) });
  change(manifest);
  const signed = Buffer.from(canonicalJson(manifest));
  const signature = key.sign(Buffer.concat([Buffer.from(SIGNED_AS), signed])).toString("hex");
  made.set(INDEX, indexBytes);
  made.set(MANIFEST, signed);
  made.set(
    SIGNATURE,
    Buffer.from(canonicalJson({ algorithm: "Ed25519", publicKey: key.publicKey.toString("hex"), signature })),
  );
  return made;
}

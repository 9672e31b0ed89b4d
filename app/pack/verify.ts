/**
 * Verifies an evidence pack from its bytes alone: no database, no network, no clock. The same code runs in Node.js and in a
 * browser; what differs is handed in.
 */
import type { z } from "zod";
import type { Changes } from "./changes";
import { CountedParts } from "./check-counted";
import { enginesIn, type PackEngines } from "./check-model";
import { ReadingCheck } from "./check-readings";
import { RecordCheck } from "./check-records";
import { ReportLists } from "./check-report-lists";
import { ReportCheck } from "./check-reports";
import { SupplierCheck } from "./check-suppliers";
import { TrailCheck } from "./check-trail";
import { Faults, FAULTS_NAMED, type PackFault } from "./faults";
import {
  ALL_LISTS,
  DOCUMENTS,
  INDEX,
  Index,
  KEPT_FILE,
  LATER_DOCUMENTS,
  leavesOf,
  LISTS,
  MANIFEST,
  Manifest,
  OPTIONAL,
  SIGNATURE,
  Signature,
  SIGNED_AS,
  STAMP,
  STAMP_SEAL,
  UNINDEXED,
  type IndexFile,
} from "./format";
import type { Measures } from "./measures";
import { bytesOf, fromHex, hashOf, hex, sameBytes } from "./hashing";
import { blockRoots, hashAt, hashCount, treeRoot } from "./merkle";
import {
  hashFile,
  parsedAs,
  readDocument,
  readList,
  type PackFiles,
  type ReadDocument,
  type ReadTools,
} from "./read-files";
import { PackRefusal } from "./refusal";
import { rowDifferences } from "./row-places";
import { Totals } from "./rows";
import { MOST_STAMP_BYTES } from "./stamp/check-stamp";
import { packStamp, type PackStamp } from "./stamp/pack-stamp";
import { readEntries, type ByteSource, type ZipEntry } from "./zip-reader";

export interface VerifyTools extends ReadTools {
  /** Ed25519 (RFC 8032). */
  verifySignature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>;
}

export interface VerifyOptions {
  /** SHA-256 of the public key that is expected, hex; null: nobody says whose key it should be. */
  readonly fingerprint: string | null;
  /** SHA-256 of a certificate of the time-stamping authority that is expected, hex; null: nobody says whose stamp it should be. */
  readonly authority?: string | null;
  /** Bytes of the pack looked at so far, of all. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface PackCheck {
  readonly isIntact: boolean;
  /** `not-checked`: intact or not, nobody said whose signature it should bear. */
  readonly signer: "as-expected" | "not-as-expected" | "not-checked";
  /** SHA-256 of the public key that signed, hex. */
  readonly fingerprint: string;
  /** Null: there is none (`manifest.timestamp` is left out), or none that holds. */
  readonly stamp: PackStamp | null;
  readonly manifest: Manifest;
  readonly files: number;
  /** Rows of all lists. */
  readonly rows: number;
  readonly recomputed: number;
  /** Whose contents were hashed again. */
  readonly reports: number;
  /** Of these, those that rest on another list than the one in the pack, and lines of the others that moved since. */
  readonly onOtherLists: number;
  readonly movedLines: number;
  /** Counted again; null: a pack from before it had any. */
  readonly measures: Measures | null;
  readonly changes: Changes | null;
  /** Answers and findings that were told in confidence and released: no event of a pack can tell of them. */
  readonly inConfidence: number;
  readonly events: { readonly open: number; readonly closed: number; readonly erased: number };
  /** Number of the event that sealed the list; null: it was not sealed by then. */
  readonly sealedBy: number | null;
  readonly faults: readonly PackFault[];
  readonly faultCount: number;
}

type Check = (row: number, value: unknown) => void;

/** Lists whose rows are looked at one by one: by the sums, the scores, the trail and the reports. */
const COMPUTED_WITH: readonly string[] = [LISTS.readings, LISTS.suppliers, LISTS.records, LISTS.reports, LISTS.events];

const ofEdition = <T extends Readonly<Record<string, string>>>({ edition }: Manifest, first: T, all: Readonly<Record<string, string>>): readonly string[] => Object.values(edition === undefined ? first : all); // prettier-ignore
/** The lists a pack has to have. */
const listsOf = (manifest: Manifest) => ofEdition(manifest, LISTS, ALL_LISTS);
const documentsOf = (manifest: Manifest) => ofEdition(manifest, DOCUMENTS, { ...DOCUMENTS, ...LATER_DOCUMENTS });

class Verification {
  readonly faults = new Faults();
  readonly #files: PackFiles;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #documents = new Map<string, ReadDocument>();
  /** Files that were kept with reports: bytes by SHA-256. */
  readonly #keptFiles = new Map<string, number>();
  rows = 0;
  #done = 0;

  constructor(
    source: ByteSource,
    entries: readonly ZipEntry[],
    private readonly tools: VerifyTools,
    private readonly options: VerifyOptions,
  ) {
    this.#files = { source, ...tools };
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]));
  }

  /** Says how far it is. */
  #tick(entry: ZipEntry): void {
    this.#done += entry.packedSize;
    this.options.onProgress?.(this.#done, this.#files.source.size);
  }

  async #whole(name: string): Promise<ReadDocument | null> {
    const entry = this.#entries.get(name);
    if (!entry) return null;
    const read = await readDocument(this.#files, entry);
    this.#tick(entry);
    return read;
  }

  /** @throws PackRefusal when it is larger than what belongs to a time stamp may be. */
  async #stampFile(name: string): Promise<ReadDocument | null> {
    if ((this.#entries.get(name)?.size ?? 0) > MOST_STAMP_BYTES) throw new PackRefusal("file-too-large", name);
    return this.#whole(name);
  }

  /** @throws PackRefusal when one of the three files that everything hangs on is missing or unreadable. */
  async #frame<S extends z.ZodType>(name: string, schema: S): Promise<[z.infer<S>, ReadDocument]> {
    const read = await this.#whole(name);
    if (read === null) throw new PackRefusal("missing", name);
    const value = parsedAs(schema, read.bytes);
    if (value === null) throw new PackRefusal("format", name);
    return [value, read];
  }

  async run(): Promise<PackCheck> {
    const [signature, signatureRead] = await this.#frame(SIGNATURE, Signature);
    const [manifest, signed] = await this.#frame(MANIFEST, Manifest);
    const [index, indexRead] = await this.#frame(INDEX, Index);
    const publicKey = fromHex(signature.publicKey)!;
    const message = new Uint8Array([...bytesOf(SIGNED_AS), ...signed.bytes]);
    const isNamed = signature.manifestSha256 === (manifest.timestamp ? signed.sha256 : undefined);
    if (!isNamed || !(await this.tools.verifySignature(publicKey, message, fromHex(signature.signature)!)))
      this.faults.add("signature.wrong", SIGNATURE);
    const fingerprint = hex(hashOf(this.tools.sha256, publicKey));
    const expected = this.options.fingerprint;
    if (expected !== null && expected !== fingerprint)
      this.faults.add("signature.other-key", SIGNATURE, null, { fingerprint, expected });
    const stamp = await packStamp(
      {
        manifest,
        signatureHash: signatureRead.sha256,
        stamp: await this.#stampFile(STAMP),
        seal: await this.#stampFile(STAMP_SEAL),
      },
      this.options.authority ?? null,
      (sealed, seal) => this.tools.verifySignature(publicKey, sealed, seal),
      this.faults,
    );
    if (indexRead.sha256 !== manifest.index.sha256 || indexRead.bytes.length !== manifest.index.bytes)
      this.faults.add("index.changed", INDEX);
    const listed = this.#checkNames(index, manifest);
    await this.#readDocuments(listed, manifest);
    const engines = enginesIn(this.#documents, manifest, this.faults);
    const counted = new CountedParts(manifest, this.#documents, this.faults);
    const { suppliers, trail, reports, lists, inConfidence } = await this.#readLists(
      listed,
      manifest,
      engines,
      counted,
    );
    return {
      isIntact: this.faults.count === 0,
      signer: expected === null ? "not-checked" : expected === fingerprint ? "as-expected" : "not-as-expected",
      fingerprint,
      stamp,
      manifest,
      files: this.#entries.size,
      rows: this.rows,
      recomputed: suppliers.recomputed,
      reports: reports.hashed,
      onOtherLists: lists.onOthers,
      movedLines: lists.moved,
      ...counted.finish(),
      inConfidence,
      events: { open: trail.open, closed: trail.closed, erased: trail.erased },
      sealedBy: trail.sealedBy,
      faults: this.faults.named,
      faultCount: this.faults.count,
    };
  }

  /** Files that are listed, by their path; what is missing or too many is noted. */
  #checkNames(index: Index, manifest: Manifest): ReadonlyMap<string, IndexFile> {
    const listed = new Map(index.files.map((file) => [file.path, file]));
    const paths = index.files.map(({ path }) => path);
    if (listed.size !== paths.length || paths.some((path, at) => at > 0 && path <= paths[at - 1]!))
      this.faults.add("index.rows", INDEX);
    const wanted = new Set<string>([
      ...documentsOf(manifest),
      ...listsOf(manifest).flatMap((list) => [list, leavesOf(list)]),
      ...(manifest.model.releasedSha256 === null ? [] : [OPTIONAL.released]),
      ...(manifest.list.kept === null ? [] : [OPTIONAL.kept]),
    ]);
    for (const path of new Set([...wanted, ...listed.keys()]))
      if (!this.#entries.has(path) || !listed.has(path)) this.faults.add("file.missing", path);
    for (const path of this.#entries.keys()) {
      if (UNINDEXED.includes(path)) continue;
      const isKeptFile = manifest.edition !== undefined && KEPT_FILE.test(path);
      if (!wanted.has(path) && path !== OPTIONAL.page && !isKeptFile) throw new PackRefusal("unknown-file", path);
      if (!listed.has(path)) this.faults.add("file.unlisted", path);
    }
    return listed;
  }

  #checkWhole(path: string, sha256: string, bytes: number, listed: ReadonlyMap<string, IndexFile>): boolean {
    const said = listed.get(path);
    if (!said) return false;
    const isSame = said.sha256 === sha256 && said.bytes === bytes;
    if (!isSame) this.faults.add("file.changed", path);
    return isSame;
  }

  /** Everything that is no list: documents are kept, the rest is only hashed. */
  async #readDocuments(listed: ReadonlyMap<string, IndexFile>, manifest: Manifest): Promise<void> {
    const documents: readonly string[] = [...documentsOf(manifest), OPTIONAL.released];
    const lists = listsOf(manifest).flatMap((list) => [list, leavesOf(list)]);
    for (const [path, entry] of this.#entries) {
      if (UNINDEXED.includes(path) || lists.includes(path)) continue;
      if (documents.includes(path)) {
        const read = (await this.#whole(path))!;
        this.#documents.set(path, read);
        this.#checkWhole(path, read.sha256, read.bytes.length, listed);
      } else {
        const sha256 = await hashFile(this.#files, entry);
        const isSame = this.#checkWhole(path, sha256, entry.size, listed);
        const named = KEPT_FILE.exec(path)?.groups?.["sha256"];
        if (named !== undefined) {
          this.#keptFiles.set(named, entry.size);
          if (isSame && named !== sha256) this.faults.add("file.changed", path);
        }
        const { kept, sha256: received, bytes } = manifest.list;
        if (isSame && path === OPTIONAL.kept && kept?.cut === false && (sha256 !== received || entry.size !== bytes))
          this.faults.add("file.received", path);
        this.#tick(entry);
      }
    }
  }

  async #readLists(
    listed: ReadonlyMap<string, IndexFile>,
    manifest: Manifest,
    engines: PackEngines | null,
    counted: CountedParts,
  ): Promise<{
    suppliers: SupplierCheck;
    trail: TrailCheck;
    reports: ReportCheck;
    lists: ReportLists;
    inConfidence: number;
  }> {
    const suppliers = new SupplierCheck(manifest, engines, this.faults);
    const reports = new ReportCheck(manifest, this.tools.sha256, this.faults);
    const [records, readings] = [
      new RecordCheck(this.tools.sha256, this.faults),
      new ReadingCheck(this.faults, manifest.list.until ?? null),
    ];
    const lists = new ReportLists(manifest, this.faults);
    const trail = new TrailCheck(manifest, this.tools.sha256, this.faults, suppliers.counts, (row, event) => {
      for (const one of [records, readings, reports]) one.event(row, event);
    });
    const list = (path: string, check: Check) =>
      this.#readList(path, listed, (row, value) => {
        counted.row(path, value);
        check(row, value);
      });
    await list(LISTS.readings, (row, value) => {
      const reading = suppliers.reading(row, value);
      if (reading) readings.reading(row, reading);
    });
    for (const path of listsOf(manifest))
      if (!COMPUTED_WITH.includes(path) && (await list(path, (row, value) => records.row(path, row, value))))
        records.listed(path);
    const withReports = await list(LISTS.reports, (row, value) => {
      reports.report(row, value);
      lists.report(row, (value as { readonly content?: unknown } | null)?.content);
    });
    if (withReports) {
      reports.listed();
      reports.files(this.#keptFiles);
    }
    await list(LISTS.suppliers, (row, value) => {
      const supplier = suppliers.supplier(row, value);
      if (!supplier) return;
      for (const one of [records, readings]) one.supplier(supplier.no, supplier.id);
      lists.supplier(supplier);
    });
    lists.finish(suppliers.counts);
    const withRecords = await list(LISTS.records, (row, value) => suppliers.record(row, value));
    const totals = this.#documents.get(DOCUMENTS.totals);
    if (totals) suppliers.totals(parsedAs(Totals, totals.bytes), withRecords);
    if (await list(LISTS.events, (row, value) => trail.event(row, value))) {
      trail.finish();
      for (const one of [records, readings, reports]) one.finish(trail.erasedNames);
    }
    return { suppliers, trail, reports, lists, inConfidence: records.inConfidence + readings.inConfidence };
  }

  /** @returns false when the list is not there. */
  async #readList(path: string, listed: ReadonlyMap<string, IndexFile>, check: Check): Promise<boolean> {
    const entry = this.#entries.get(path);
    if (!entry) return false;
    const sealed = await this.#sealedRows(path, listed);
    const read = await readList(this.#files, entry, check);
    this.#tick(entry);
    this.rows += hashCount(read.leaves);
    const said = listed.get(path);
    if (!said) return true;
    if (said.sha256 === read.sha256 && said.bytes === entry.size) {
      if (sealed !== null && !sameBytes(sealed, read.leaves)) this.faults.add("index.rows", INDEX, null, { path });
      return true;
    }
    const places = sealed === null ? [] : rowDifferences(read.leaves, sealed, FAULTS_NAMED);
    for (const { kind, row } of places) this.faults.add(`row.${kind}`, path, row);
    if (places.length === 0) this.#nameBlocks(path, said, read.leaves);
    return true;
  }

  /** Hashes of the rows as they were sealed; null, with the fault noted, when they are not there or not those of the index. */
  async #sealedRows(path: string, listed: ReadonlyMap<string, IndexFile>): Promise<Uint8Array | null> {
    const file = leavesOf(path);
    const read = await this.#whole(file);
    const said = listed.get(path)?.rows;
    if (!said && listed.has(path)) this.faults.add("index.rows", INDEX, null, { path });
    if (read === null || !this.#checkWhole(file, read.sha256, read.bytes.length, listed) || !said) return null;
    if (!Number.isInteger(hashCount(read.bytes))) {
      this.faults.add("index.rows", INDEX, null, { path });
      return null;
    }
    const roots = blockRoots(this.tools.sha256, read.bytes);
    const isSame =
      hashCount(read.bytes) === said.count &&
      hex(treeRoot(this.tools.sha256, roots)) === said.root &&
      said.blocks.length === hashCount(roots) &&
      said.blocks.every((root, at) => root === hex(hashAt(roots, at)));
    if (!isSame) this.faults.add("index.rows", INDEX, null, { path });
    return read.bytes;
  }

  /** Where the hashes of the rows are of no help: by the block, as the index has them. */
  #nameBlocks(path: string, said: IndexFile, leaves: Uint8Array): void {
    const roots = blockRoots(this.tools.sha256, leaves);
    const count = hashCount(roots);
    const blocks = said.rows?.blocks ?? [];
    const changed = Array.from({ length: Math.max(blocks.length, count) }, (_, at) => at).filter(
      (at) => at >= count || blocks[at] !== hex(hashAt(roots, at)),
    );
    for (const at of changed.slice(0, FAULTS_NAMED)) this.faults.addBlock(path, at + 1);
    if (changed.length === 0) this.faults.add("file.changed", path);
  }
}

/** @throws PackRefusal when it is no pack, or made to do harm. */
export async function verifyPack(
  source: ByteSource,
  tools: VerifyTools,
  options: VerifyOptions = { fingerprint: null },
): Promise<PackCheck> {
  const entries = await readEntries(source);
  return new Verification(source, entries, tools, options).run();
}

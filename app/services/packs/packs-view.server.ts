import type { AnyScope, Database } from "../../../db/database";
import { publishedGeneration } from "../../../db/queries/generations";
import { lastPackJob, listPacks, type SignedPack } from "../../../db/queries/packs";
import { signingKey } from "../../files/signing-key.server";
import { fingerprintShown } from "../../pack/fingerprint";
import type { ListLines } from "./make-pack.server";

/** How many packs a page shows, the newest. */
export const SHOWN = 50;

export interface PacksView {
  readonly packs: readonly (Omit<SignedPack, "storedPath" | "workspaceNo" | "askedBy" | "withheld" | "lines"> & {
    /** Records left out because of their class. */
    readonly withheld: number;
    /** Null: they were not compared then. */
    readonly lines: ListLines | null;
  })[];
  readonly hasList: boolean;
  /** Suppliers written so far; null: none is being made. */
  readonly running: { readonly done: number; readonly total: number } | null;
  /** Code and values of why the last one could not be made; null: it could, or another was made since. */
  readonly failed: { readonly code: string; readonly values: Readonly<Record<string, string | number>> } | null;
  readonly fingerprint: string;
}

/** Packs without what no page shows. Pure. */
export const packLines = (packs: readonly SignedPack[]): PacksView["packs"] =>
  packs.map(({ storedPath: _at, workspaceNo: _no, askedBy: _by, withheld, lines, ...pack }) => ({
    ...pack,
    lines: lines as ListLines | null,
    withheld: Object.values(withheld as Record<string, number>).reduce((sum, one) => sum + one, 0),
  }));

/** The packs of a workspace, the one that is being made, and the key they are signed with. */
export async function packsView(db: Database, scope: AnyScope, dataDir: string): Promise<PacksView> {
  const [packs, job, generation, key] = await Promise.all([
    listPacks(db, scope, SHOWN),
    lastPackJob(db, scope),
    publishedGeneration(db, scope),
    signingKey(dataDir),
  ]);
  const progress = job?.progress as { done?: number; total?: number } | null | undefined;
  return {
    packs: packLines(packs),
    hasList: generation !== null,
    running:
      job?.state === "queued" || job?.state === "running"
        ? { done: progress?.done ?? 0, total: progress?.total ?? 0 }
        : null,
    failed: job?.state === "failed" ? (job.problem as PacksView["failed"]) : null,
    fingerprint: fingerprintShown(key.fingerprint),
  };
}

/** The evidence pack of `candour assess`: nobody signed in, so that no person stands behind it. */
import type { Database, SystemScope } from "../../db/database";
import { chainStanding } from "../../db/chain-heads";
import { signingKey } from "../files/signing-key.server";
import { readConfig } from "../lib/config.server";
import { Problem } from "../lib/problem";
import { TimestampAddress } from "../lib/timestamp-service";
import type { BuildCounts } from "../services/imports/build-generation.server";
import type { OpenedList } from "../services/imports/read-list.server";
import type { ImportSettings } from "../services/imports/settings";
import { stampsOf } from "../services/packs/ask-stamp.server";
import { packParts } from "../services/packs/pack-parts.server";
import { cutCopy, mappingOf } from "../services/packs/packed-file.server";
import { programName, READ_ME } from "../services/packs/pack-words.server";
import { writePack } from "../services/packs/write-pack.server";
import { dayOf, type Assessor } from "../services/scoring/assessor.server";

interface AssessedList {
  readonly importId: string;
  readonly counts: BuildCounts;
  readonly assessor: Assessor;
  readonly opened: OpenedList;
  readonly settings: ImportSettings;
}

interface PackTarget {
  readonly target: string;
  readonly workDir: string;
  readonly now: Date;
  /** Address of the service that stamps it; null: it gets no time stamp. */
  readonly timestamp: string | null;
}

/** The address that `--timestamp` gives. @throws Problem `cli.timestamp` */
export function timestampService(address: string, pack: string | undefined): string {
  if (!pack) throw new Problem("cli.timestamp", "--timestamp stamps a pack: write --pack FILE.zip as well.");
  const { success, error } = TimestampAddress.safeParse(address);
  if (success) return address;
  throw new Problem(
    "cli.timestamp",
    `--timestamp: this is no address of a time-stamping service (${error.issues[0]?.message}). It begins with http:// or https://.`,
  );
}

/** Writes the pack to `target`, beside which nothing is left. */
export async function writeCommandPack(
  db: Database,
  scope: SystemScope,
  generation: number,
  { importId, counts, assessor, opened, settings }: AssessedList,
  { target, workDir, now, timestamp }: PackTarget,
): Promise<void> {
  const { inspected, proposal } = opened;
  const { fileName, sha256, bytes } = inspected;
  const { headSeq, headHash } = await chainStanding(db, scope.workspaceNo);
  const { parts, described } = await packParts(db, scope, {
    list: {
      generation,
      importId,
      fileName,
      sha256,
      bytes,
      day: dayOf(now),
      until: null,
      modelId: assessor.engine.model,
      dataDate: assessor.dataDate,
      dataHash: assessor.dataHash,
      totals: {
        kind: counts.kind,
        rows: counts.rows,
        suppliers: counts.suppliers,
        currencies: counts.totals.map((total) => ({
          currency: total.currency,
          file: String(total.file.net),
          counted: String(total.counted.net),
          creditNotes: String(total.counted.credits),
          setAside: String(total.setAside.net),
          rejected: String(total.rejected.net),
        })),
      },
      mapping: mappingOf(inspected, proposal, settings),
      kept: cutCopy(inspected, proposal, workDir),
    },
    by: { kind: "command" },
    workspace: { no: scope.workspaceNo, id: scope.workspaceId, name: scope.workspaceSlug },
    upTo: "confidential",
    head: { headSeq, headHash },
    readMe: READ_ME,
    program: programName(),
    now,
    before: null,
    reportId: null,
    dataDir: null,
  });
  const key = await signingKey(readConfig(process.env).dataDir);
  await writePack(target, parts, described, key, timestamp === null ? null : stampsOf(timestamp));
}

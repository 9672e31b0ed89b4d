/** What the isolation test asks of evidence packs: with the scope of one workspace and the ids of another. */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import { newId } from "../../db/ids";
import * as packs from "../../db/queries/packs";
import { LISTS } from "../../app/pack/format";
import { backedReports } from "../../app/services/packs/backed-reports.server";
import { askPack } from "../../app/services/packs/ask-pack.server";
import { downloadPack } from "../../app/services/packs/download-pack.server";
import { issueRows, recordRows, supplierRows } from "../../app/services/packs/list-rows.server";
import { makePack } from "../../app/services/packs/make-pack.server";
import { packParts, type PackedList } from "../../app/services/packs/pack-parts.server";
import { packsView } from "../../app/services/packs/packs-view.server";
import { Recorded } from "../../app/services/packs/recorded-rows.server";
import { listOfReport } from "../../app/services/packs/report-list.server";
import { PackedReports } from "../../app/services/packs/report-rows.server";
import { trailRows } from "../../app/services/packs/trail-rows.server";
import { listToPack } from "../../app/services/packs/workspace-list.server";
import { A_DAY } from "../builders";

interface Place {
  readonly scope: Scope;
  readonly packId: string;
  readonly generation: number;
  readonly importId: string;
  readonly supplier: { readonly id: string };
  readonly reports: { readonly published: string };
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

const DAY = "2026-03-02";

/** A pack of the workspace, with its file. @returns its id. */
export async function aPack(db: Database, scope: Scope, word: string, dataDir: string): Promise<string> {
  const packId = newId(A_DAY);
  const storedPath = path.join("packs", String(scope.workspaceNo), `${packId}.zip`);
  mkdirSync(path.join(dataDir, "packs", String(scope.workspaceNo)), { recursive: true });
  writeFileSync(path.join(dataDir, storedPath), `pack ${word}`);
  const sha256 = createHash("sha256").update(`pack ${word}`).digest("hex");
  const said = { generation: 1, upTo: "internal", headSeq: 1, sha256, bytes: 9, fingerprint: word, faults: 0 } as const; // prettier-ignore
  await db.commit(scope, event("pack.made", { packId, ...said }), (q) => [
    q.insert(db.t.evidencePacks).values({
      id: packId,
      workspaceNo: scope.workspaceNo,
      ...said,
      fileName: `${word}.csv`,
      suppliers: 1,
      modelId: "2026.1",
      dataDate: DAY,
      withheld: {},
      storedPath,
      askedBy: scope.userId,
      madeAt: A_DAY,
    }),
  ]);
  return packId;
}

const all = async (pages: AsyncIterable<readonly unknown[]>): Promise<unknown[]> => {
  const rows: unknown[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
};

/** The list of a place, as somebody would name it who knows its numbers. */
const listOf = ({ generation, importId }: Place): PackedList => ({
  generation,
  importId: "",
  fileName: "",
  sha256: "",
  bytes: 0,
  day: DAY,
  until: null,
  modelId: "2026.1",
  dataDate: DAY,
  dataHash: "0",
  totals: { kind: "list", rows: { read: 0, imported: 0, repaired: 0, setAside: 0, leftOut: 0 }, suppliers: 0, currencies: [] },
  mapping: { of: importId.length },
  kept: null,
}); // prettier-ignore

/** The reference data that every place of the test says it was scored with. */
const withData = (db: Database) =>
  db.commitPlain((q) => [
    q
      .insert(db.t.riskData)
      .values({ hash: "0", dataDate: DAY, content: "{}", recordedAt: A_DAY })
      .onConflictDoNothing(),
  ]);

export const packReads = (db: () => Database, dataDir: string): Asked => {
  const folder = { dataDir, keepOriginalsDays: 30 };
  return {
    "db/queries/packs.ts listPacks": (scope) => packs.listPacks(db(), scope, 9),
    "db/queries/packs.ts findPack": (scope, of) => packs.findPack(db(), scope, of.packId),
    "db/queries/packs.ts frozenReports": async (scope, of) => {
      // Ids alone are no mark: whose they are is.
      const frozen = await packs.frozenReports(db(), scope);
      return frozen.some(({ id }) => id === of.reports.published) ? of.supplier.id : null;
    },
    "db/queries/packs.ts contentsOfEvents": async (scope, of) => {
      const told = await packs.contentsOfEvents(db(), scope, "report.published", 10_000);
      return told.some(({ contents }) => contents?.includes(of.reports.published)) ? of.supplier.id : null;
    },
    "app/services/packs/backed-reports.server.ts backedReports": (scope) => backedReports(db(), scope),
    "app/services/packs/report-list.server.ts listOfReport": async (scope, of) => {
      // A number alone is no mark: whose list it is is.
      const { no } = await listOfReport(db(), scope, of.reports.published, "confidential");
      return no === of.generation ? of.supplier.id : null;
    },
    "app/services/packs/packs-view.server.ts packsView": (scope) => packsView(db(), scope, dataDir),
    "db/queries/packs.ts eventNamesAfter": async (scope, of) => {
      // Names alone tell nothing: whose they are does.
      const [names, own] = [
        await packs.eventNamesAfter(db(), scope, 0),
        await packs.eventNamesAfter(db(), of.scope, 0),
      ];
      return JSON.stringify(names) === JSON.stringify(own) && scope.workspaceNo === of.scope.workspaceNo
        ? of.supplier.id
        : null;
    },
    "app/services/packs/download-pack.server.ts downloadPack": async (scope, of) =>
      text((await downloadPack(db(), scope, of.packId, dataDir)).stream),
    "app/services/packs/list-rows.server.ts supplierRows": (scope, of) =>
      all(supplierRows(db(), scope, of.generation, DAY, () => {})),
    "app/services/packs/list-rows.server.ts recordRows": (scope, of) => all(recordRows(db(), scope, of.generation)),
    "app/services/packs/list-rows.server.ts issueRows": (scope, of) => all(issueRows(db(), scope, of.generation)),
    "app/services/packs/trail-rows.server.ts trailRows": async (scope) => {
      const head = { headSeq: 10_000, headHash: "" };
      const recorded = await Recorded.of(db(), scope, "confidential");
      const reports = await PackedReports.of(db(), scope, "confidential", recorded, head);
      return all(trailRows(db(), scope, head, recorded, reports));
    },
    "app/services/packs/pack-parts.server.ts packParts": async (scope, of) => {
      await withData(db());
      const { parts } = await packParts(db(), scope, {
        list: listOf(of),
        by: { kind: "command" },
        workspace: { no: 1, id: "", name: "" },
        upTo: "confidential",
        head: { headSeq: 10_000, headHash: "" },
        readMe: { en: "", ru: "" },
        program: "",
        now: A_DAY,
        before: null,
        reportId: null,
        dataDir: null,
      });
      const lists: readonly string[] = Object.values(LISTS);
      const rows: unknown[] = [];
      for (const part of parts) if ("rows" in part && lists.includes(part.path)) rows.push(...(await all(part.rows())));
      return rows;
    },
    "app/services/packs/workspace-list.server.ts listToPack": (scope) => listToPack(db(), scope, folder, A_DAY),
  };
};

export const packChanges = (db: () => Database, dataDir: string): Asked => ({
  "app/services/packs/ask-pack.server.ts askPack": (scope) => askPack(db(), scope, "internal", A_DAY),
  "app/services/packs/make-pack.server.ts makePack": async (scope) => {
    await withData(db());
    const asked = { packId: newId(A_DAY), upTo: "internal", userId: "nobody" } as const;
    await makePack(db(), scope, asked, { dataDir, keepOriginalsDays: 30 }, A_DAY);
  },
});

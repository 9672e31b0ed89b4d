/** What the isolation test of the queries asks of evidence packs. */
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import { queuedJob } from "../../db/queries/jobs";
import * as packs from "../../db/queries/packs";
import { NOW } from "./databases";

/** A pack, and more events than another workspace has. */
export async function aPack(db: Database, scope: Scope): Promise<void> {
  const { workspaceNo, userId } = scope;
  const said = { generation: 1, upTo: "internal", headSeq: 1, sha256: "s", bytes: 1, fingerprint: "f", faults: 0 } as const; // prettier-ignore
  await db.commit(scope, event("pack.made", { packId: "pack-of-ours", ...said }), (q) => [
    q.insert(db.t.evidencePacks).values({
      id: "pack-of-ours",
      workspaceNo,
      ...said,
      fileName: "list.csv",
      suppliers: 1,
      modelId: "2026.1",
      dataDate: "2026-01-01",
      withheld: {},
      storedPath: "",
      askedBy: userId,
      madeAt: NOW,
    }),
    q.insert(db.t.jobs).values(queuedJob(workspaceNo, "pack.make", {}, NOW)),
  ]);
}

export function questionsOnPacks(of: () => { readonly db: Database }) {
  return {
    listPacks: (scope) => packs.listPacks(of().db, scope, 9),
    packsUntil: async (scope) => ((await packs.packsUntil(of().db, scope, NOW)) > 0 ? ["pack-of-ours"] : []),
    findPack: (scope) => packs.findPack(of().db, scope, "pack-of-ours"),
    frozenReports: (scope) => packs.frozenReports(of().db, scope),
    lastPackJob: (scope) => packs.lastPackJob(of().db, scope),
    eventNamesAfter: async (scope) =>
      (await packs.eventNamesAfter(of().db, scope, 0)).filter((name) => name === "pack.made"),
    contentsOfEvents: (scope) => packs.contentsOfEvents(of().db, scope, "pack.made", 9999),
  } satisfies Record<string, (scope: Scope) => Promise<unknown>>;
}

/** Queries of packs that must read no whole table. */
export const plansOfPacks = (
  of: () => { readonly db: Database; readonly scope: Scope },
): [string, () => Promise<unknown>][] => [
  ["listPacks", () => packs.listPacks(of().db, of().scope, 9)],
  ["listPacks until an instant", () => packs.listPacks(of().db, of().scope, 9, new Date())],
  ["packsUntil", () => packs.packsUntil(of().db, of().scope, new Date())],
  ["findPack", () => packs.findPack(of().db, of().scope, "a pack")],
  ["lastPackJob", () => packs.lastPackJob(of().db, of().scope)],
  ["frozenReports", () => packs.frozenReports(of().db, of().scope)],
  ["eventNamesAfter", () => packs.eventNamesAfter(of().db, of().scope, 9)],
  ["contentsOfEvents", () => packs.contentsOfEvents(of().db, of().scope, "report.returned", 9)],
];

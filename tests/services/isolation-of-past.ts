/** What the isolation test asks of lists and pages of past days: with the scope of one workspace and the ids of another. */
import { event } from "../../db/audit-events";
import { appendEvent } from "../../db/chain";
import type { Database, Scope } from "../../db/database";
import { pastGenerations } from "../../db/queries/generations";
import { findGeneration, generationsWith } from "../../db/queries/register";
import { countEventsUntil } from "../../db/queries/trail";
import { TouchedRows } from "../../db/seals";
import { importsUntil, importThen } from "../../app/services/imports/import-then.server";
import { answersThen, askQueueThen } from "../../app/services/readings/ask-queue-then.server";
import { queueOf } from "../../app/services/readings/ask-queue.server";
import { linesThen } from "../../app/services/readings/lines-then.server";
import { overviewThen } from "../../app/services/overview/overview-then.server";
import { isKept, lastDayOf, listOn, listThen, shownAt } from "../../app/services/trail/list-then.server";
import { queuesThen } from "../../app/services/trail/queues-then.server";
import { understandThen } from "../../app/services/understanding/understand-then.server";
import { listView } from "../../app/services/understanding/understand-view.server";
import { pastOf } from "../../app/services/understanding/past-lists.server";
import { A_DAY, type ASupplier } from "../builders";

interface Place {
  readonly scope: Scope;
  readonly importId: string;
  readonly generation: number;
  readonly supplier: ASupplier;
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

const LATE = "2100-01-01";
const LATER = new Date("2100-01-01T00:00:00Z");

export function pastReads(db: () => Database): Asked {
  /** The chain of the workspace that is asked says that its list was published. */
  const published = async (scope: Scope, { importId, generation, scope: own }: Place) => {
    if (scope !== own) return;
    const list = { importId, generation, previousGeneration: null, modelId: "2026.1", dataDate: "2026-01-01" };
    const summary = { rows: null, totals: null, ledger: null };
    const contents = { ...list, suppliers: 2, sha256: "0", summary };
    await db().commit(scope, event("import.published", contents as never), () => []);
  };
  const received = async ({ importId, scope: own }: Place) => {
    const file = { uploadId: "u", fileName: "list.csv", sha256: "0", bytes: 1 };
    await db().commit(own, event("import.received", { importId, ...file }), () => []);
  };
  const kept = async (of: Place) => {
    const generation = (await findGeneration(db(), of.scope, of.generation))!;
    return { generation, importId: of.importId, fileName: "", publishedAt: null, listDay: "2026-01-01" };
  };
  return {
    "db/queries/generations.ts pastGenerations": async (scope, of) => {
      const past = { modelId: "m", dataDate: "2026-01-01", dataHash: "0", state: "past", createdAt: A_DAY } as const;
      const { workspaceNo } = of.scope;
      await db().commitPlain((q) => [q.insert(db().t.generations).values({ ...past, workspaceNo })]);
      const own = new Set((await pastGenerations(db(), of.scope)).map(({ no }) => no));
      return (await pastGenerations(db(), scope)).some(({ no }) => own.has(no)) && { id: of.supplier.id };
    },
    "app/services/trail/list-then.server.ts listThen": async (scope, of) => {
      await published(scope, of);
      return listThen(db(), scope, LATER);
    },
    "app/services/trail/list-then.server.ts listOn": async (scope, of) => {
      await published(scope, of);
      return listOn(db(), scope, LATE);
    },
    "app/services/trail/list-then.server.ts shownAt": async (scope, of) => {
      await published(scope, of);
      return (await shownAt(db(), scope, LATER)) === of.generation && { id: of.supplier.id };
    },
    "db/queries/register.ts generationsWith": async (scope, of) =>
      (await generationsWith(db(), scope, of.supplier.id)).length > 0 && { id: of.supplier.id },
    "app/services/trail/list-then.server.ts lastDayOf": async (scope, of) => {
      await published(scope, of);
      // Another list two days later.
      const at = new Date(A_DAY.getTime() + 2 * 86_400_000);
      const next = event("import.published", { generation: of.generation + 1_000_000 } as never);
      await db().transact((q) => appendEvent(q, db().t, of.scope, next, at, new TouchedRows()));
      const last = await lastDayOf(db(), scope, of.supplier.id);
      await published(scope, of);
      return last !== null && { id: of.supplier.id };
    },
    "app/services/trail/list-then.server.ts isKept": async (scope, of) =>
      (await isKept(db(), scope, of.generation)) && { id: of.supplier.id },
    "app/services/readings/lines-then.server.ts linesThen": async (scope, of) => {
      const then = await linesThen(db(), scope, await kept(of), "1970-01-01");
      return [...(await then([of.supplier.no])).values()];
    },
    "app/services/readings/ask-queue.server.ts queueOf": async (scope, of) =>
      queueOf(db(), scope, { generation: (await kept(of)).generation, listDay: "2026-01-01", followed: [] }),
    "app/services/readings/ask-queue-then.server.ts askQueueThen": async (scope, of) =>
      (await askQueueThen(db(), scope, { kept: await kept(of), linesThen: undefined }, LATE))?.queue,
    "app/services/readings/ask-queue-then.server.ts answersThen": async (scope, of) => [
      ...(await answersThen(db(), scope, [of.supplier.id], LATE)).keys(),
    ],
    "app/services/understanding/understand-view.server.ts listView": (scope, of) =>
      listView(db(), scope, { generation: of.generation, importId: of.importId }, [], "en"),
    "app/services/understanding/understand-then.server.ts understandThen": async (scope, of) =>
      understandThen(db(), scope, { kept: await kept(of) }, LATE),
    "app/services/imports/import-then.server.ts importThen": async (scope, of) => {
      await received(of);
      await published(of.scope, of);
      return importThen(db(), scope, of.importId, LATE);
    },
    "db/queries/trail.ts countEventsUntil": async (scope, of) => {
      const count = async () =>
        (await countEventsUntil(db(), scope, ["import.received"], LATER)).get("import.received");
      const before = (await count()) ?? 0;
      await received(of);
      return ((await count()) ?? 0) > before && { id: of.supplier.id };
    },
    "app/services/imports/import-then.server.ts importsUntil": async (scope, of) => {
      const before = await importsUntil(db(), scope, LATE);
      await received(of);
      return (await importsUntil(db(), scope, LATE)).received > before.received && { id: of.supplier.id };
    },
    "app/services/trail/queues-then.server.ts queuesThen": async (scope, of) => {
      const asked = { ...scope, publishedGeneration: of.generation };
      return (await queuesThen(db(), asked, LATE)).openGroups !== 0 && { id: of.supplier.id };
    },
    "app/services/overview/overview-then.server.ts overviewThen": (scope) => overviewThen(db(), scope, LATE),
    "app/services/understanding/past-lists.server.ts pastOf": async (scope, of) =>
      (await pastOf(db(), scope, of.generation, LATER)).state === "past" && { id: of.supplier.id },
  };
}

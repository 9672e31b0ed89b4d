/** Decisions that change the shown list while others decide: what is tried again, how often, and what is said in the end. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import { isStaleWrite } from "../../db/errors";
import { nothingSince } from "../../db/nothing-since";
import { publishedGeneration } from "../../db/queries/generations";
import { Problem } from "../../app/lib/problem";
import { commitFinding } from "../../app/services/findings/finding-writes.server";
import { againWhenOvertaken } from "../../app/services/readings/again-when-overtaken.server";
import { recordReadings, type NewAnswer } from "../../app/services/readings/record-readings.server";
import { releaseReadings } from "../../app/services/readings/release-readings.server";
import { undoReadings } from "../../app/services/readings/undo-readings.server";
import { commitMatch } from "../../app/services/screening/match-record.server";
import { idsOfSuppliers } from "../../db/queries/suppliers";
import { aDatabase, A_DAY, aFolder, aWorkspace, scopeOf } from "../builders";
import { importSteps, linesByName } from "./import-steps";

let folder: ReturnType<typeof aFolder>;
let db: Database;
let scope: Scope;
beforeEach(async () => {
  folder = aFolder();
  db = await aDatabase();
  scope = scopeOf(await aWorkspace(db));
});
afterEach(async () => {
  await db.close();
  folder.remove();
});

const TRIES = 20;
const someoneDecides = () =>
  db.commit(scope, event("model.withdrawn", { derivedId: "other", modelId: "other" }), () => []);

/** A database in which somebody else decides before each commit. */
function outrun() {
  let commits = 0;
  const commit: Database["commit"] = async (...given) => {
    commits++;
    await someoneDecides();
    return db.commit(...given);
  };
  return { slow: Object.create(db, { commit: { value: commit } }) as Database, commits: () => commits };
}

describe("a decision that was refused", () => {
  const refusedWith = async (error: Error) => {
    let tried = 0;
    const decide = async () => {
      tried++;
      await someoneDecides();
      throw error;
    };
    return { ended: await againWhenOvertaken(db, scope, decide).catch((last: unknown) => last), tried };
  };

  test("as too late is made again while others decide, and no other is", async () => {
    const late = new Problem("match.changed", "Too late.", {}, 409);
    expect(await refusedWith(late)).toEqual({ ended: late, tried: TRIES });
    for (const error of [new Problem("match.reason", "No reason.", {}, 422), new Error("The disk is full")])
      expect(await refusedWith(error)).toEqual({ ended: error, tried: 1 });
  });

  test("is told with its own reason when the chain cannot be read after it", async () => {
    const late = new Problem("match.changed", "Too late.", {}, 409);
    let isGone = false;
    const get = (of: Database, name: keyof Database) => {
      if (isGone) throw new Error("The database is gone");
      return of[name];
    };
    const decide = async () => {
      isGone = true;
      throw late;
    };
    await expect(againWhenOvertaken(new Proxy(db, { get }), scope, decide)).rejects.toBe(late);
  });
});

test("answers that others outrun every time are tried some times, and then it is said that others were busy", async () => {
  await importSteps(db, folder.path, () => A_DAY).publish(scope, "Supplier name,Country\nAlder Ltd,NO\n");
  const { supplierNo } = (await linesByName(db, scope, (await publishedGeneration(db, scope))!)).get("Alder Ltd")!;
  const supplierId = (await idsOfSuppliers(db, scope, [supplierNo])).get(supplierNo)!;
  const workers = (value: number): NewAnswer => ({ what: "workers", value, proof: "statement", validFrom: "2026-01-01", money: null }); // prettier-ignore
  const given = { supplierId, answers: [workers(40)], source: "call", protectedSource: null };
  const told = await recordReadings(db, scope, given, A_DAY);
  const held = await recordReadings(db, scope, { ...given, answers: [workers(90)], protectedSource: "union" }, A_DAY);
  const risk = {
    groupSize: 40,
    assessedBy: "The union",
    assessedOn: A_DAY.toISOString().slice(0, 10),
    assessment: "Every worker of the mill could have said it; no single one can be known from it.",
  };
  const decisions: ((slow: Database) => Promise<unknown>)[] = [
    (slow) => recordReadings(slow, scope, { ...given, answers: [workers(41)] }, A_DAY),
    (slow) => undoReadings(slow, scope, { supplierId, batch: told }, A_DAY),
    (slow) => releaseReadings(slow, scope, { supplierId, batch: held }, risk, A_DAY),
  ];
  for (const decide of decisions) {
    const { slow, commits } = outrun();
    await expect(decide(slow)).rejects.toMatchObject({ code: "shown-list.busy", status: 409 });
    expect(commits()).toBe(TRIES);
  }
});

test("a decision about a pair or a finding that was overtaken does not say that somebody changed it", async () => {
  await someoneDecides();
  const what = event("model.withdrawn", { derivedId: "own", modelId: "own" });
  const late = (q: Parameters<Parameters<Database["commit"]>[2]>[0]) => [nothingSince(db, q, scope, 0)];
  const finding = { isProtected: false } as Parameters<typeof commitFinding>[3];
  for (const scores of [true, false]) {
    await expect(commitMatch(db, scope, A_DAY, what, late, scores)).rejects.toSatisfy(isStaleWrite);
    const changed = commitFinding(db, scope, A_DAY, finding, { open: what, rows: [] }, late, scores);
    await expect(changed).rejects.toSatisfy(isStaleWrite);
  }
});

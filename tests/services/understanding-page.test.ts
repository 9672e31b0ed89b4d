/** What the page of the understanding says about the way ahead, and how it shows what was decided at once. */
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { publishedGeneration } from "../../db/queries/generations";
import { decideSuppliers } from "../../app/services/understanding/decide-many.server";
import { decideUnderstanding } from "../../app/services/understanding/decide.server";
import { undoBatch } from "../../app/services/understanding/undo-batch.server";
import { undoDecision } from "../../app/services/understanding/undo-decision.server";
import { understandView } from "../../app/services/understanding/understand-view.server";
import { aDatabase, A_DAY, aFolder, aWorkspace, scopeOf } from "../builders";
import { importSteps, linesByName, type Steps } from "./import-steps";

const folder = aFolder();
afterAll(() => folder.remove());

let db: Database;
let scope: Scope;
let steps: Steps;
let clock = 0;
/** Later than every moment before. */
const now = () => new Date(A_DAY.getTime() + ++clock);
beforeEach(async () => {
  db = await aDatabase();
  scope = scopeOf(await aWorkspace(db));
  steps = importSteps(db, folder.path, () => A_DAY);
});

const look = async () => (await understandView(db, scope, [], now()))!;
const software = { isic: "62", goods: [], words: "software" };
const ledger = (account: string) => `Payee,Payment date,Amount (EUR),Account name
Alder Ltd,2026-01-05,600,${account}
Birch Ltd,2026-01-06,250,${account}
Cedar Ltd,2026-01-08,100,${account}
Dunmoor Ltd,2026-01-09,50,Cleaning
`;

describe("the way to nine tenths", () => {
  test("is one decision a group where the groups say what is bought", async () => {
    await steps.publish(scope, ledger("Laundry"), { country: "DE" });
    expect((await look()).ahead).toEqual({ choices: 1, mixed: 0, payeeByPayee: 1 });
  });

  test("is told payee by payee too where a group of several payees does not say it", async () => {
    await steps.publish(scope, ledger("Sundries"), { country: "DE" });
    expect((await look()).ahead).toEqual({ choices: 1, mixed: 1, payeeByPayee: 3 });
    const decision = { scope: "payee", key: "alder ltd", decision: { sector: software } } as const;
    await decideUnderstanding(db, scope, decision, now());
    expect((await look()).ahead).toEqual({ choices: 1, mixed: 1, payeeByPayee: 2 });
  });
});

test("what was decided at once stands together, and one undo takes it back, and nothing else", async () => {
  await steps.publish(scope, ledger("Sundries"), { country: "DE" });
  const lines = await linesByName(db, scope, (await publishedGeneration(db, scope))!);
  const ids = ["Alder Ltd", "Birch Ltd", "Cedar Ltd"].map((name) => lines.get(name)!.id);
  await decideSuppliers(db, scope, { ids }, { sector: software }, now());
  const alone = { scope: "payee", key: "dunmoor ltd", decision: { role: "trader" } } as const;
  await decideUnderstanding(db, scope, alone, now());
  const shown = async () => (await look()).decisions.map((together) => together.map(({ label }) => label).sort());
  expect(await shown()).toEqual([["Dunmoor Ltd"], ["Alder Ltd", "Birch Ltd", "Cedar Ltd"]]);

  // One of them decided anew stands by itself.
  const birch = { scope: "payee", key: "birch ltd", decision: { sector: software, role: "trader" } } as const;
  await decideUnderstanding(db, scope, birch, now());
  expect(await shown()).toEqual([["Birch Ltd"], ["Dunmoor Ltd"], ["Alder Ltd", "Cedar Ltd"]]);
  await undoDecision(db, scope, (await look()).decisions[0]![0]!.id, now());

  const { batch } = (await look()).decisions[1]![0]!;
  await undoBatch(db, scope, batch!, now());
  expect(await shown()).toEqual([["Dunmoor Ltd"]]);
});

test("for services on our premises the country of the list is proposed, then the one that was last said", async () => {
  await steps.publish(scope, ledger("Office cleaning"), { country: "DE" });
  const { groups, premises } = await look();
  expect(groups[0]!.proposal.role).toBe("service-on-our-premises");
  expect(premises).toBe("DE");
  const said = { role: "service-on-our-premises", placeOfWork: "AT" } as const;
  await decideUnderstanding(db, scope, { scope: "group", key: groups[0]!.key, decision: said }, now());
  const elsewhere = { role: "service-elsewhere", placeOfWork: "IN" } as const;
  await decideUnderstanding(db, scope, { scope: "payee", key: "birch ltd", decision: elsewhere }, now());
  expect((await look()).premises).toBe("AT");
});

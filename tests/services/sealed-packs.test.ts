/** Facts and scores of a list that somebody changed together in the database, before and after its seal: what a pack's own check finds. */
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { sealGeneration } from "../../db/generation-seals";
import { listPacks } from "../../db/queries/packs";
import { LISTS } from "../../app/pack/format";
import { verifyPack, type PackCheck } from "../../app/pack/verify";
import { askPack } from "../../app/services/packs/ask-pack.server";
import { downloadPack } from "../../app/services/packs/download-pack.server";
import { makePack } from "../../app/services/packs/make-pack.server";
import { NODE_TOOLS } from "../../app/services/packs/pack-tools.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { aDatabase, A_DAY, aFolder, aWorkspace, scopeOf } from "../builders";
import { importSteps, linesByName } from "./import-steps";
import { sourceOf } from "./small-pack";

const LIST = `Supplier name,Country,Category
Alder Mill Ltd,BD,Clothing
Birch Mill Ltd,NO,Clothing
Cedar Mill Ltd,BD,Clothing
`;
let folder: ReturnType<typeof aFolder>;
let db: Database;
let owner: Scope;
let generation = 0;
let minutes = 0;
const now = () => new Date(A_DAY.getTime() + 60_000 * ++minutes);

beforeEach(async () => {
  folder = aFolder();
  db = await aDatabase();
  owner = scopeOf(await aWorkspace(db));
  generation = (await importSteps(db, folder.path, () => A_DAY).publish(owner, LIST)).generation!;
});
afterEach(async () => {
  await db.close();
  folder.remove();
});

/** All that was told and computed of the one, put into the line of the other: its facts and its score go together. */
async function givenAs(to: string, from: string): Promise<void> {
  const { registerRows } = db.t;
  const keyOf = async (name: string) => (await linesByName(db, owner, generation)).get(name)!.key;
  const [key, other] = [await keyOf(to), await keyOf(from)];
  const [like] = await db.q.select().from(registerRows).where(eq(registerRows.key, other));
  const { key: _key, supplierNo: _no, name: _name, ...facts } = like!; // prettier-ignore
  await db.transact(function* (q) {
    yield q.update(registerRows).set(facts).where(eq(registerRows.key, key));
  });
}

async function packed(): Promise<PackCheck> {
  const at = now();
  const packId = await askPack(db, owner, "internal", at);
  const asked = { packId, upTo: "internal", userId: owner.userId } as const;
  await makePack(db, owner, asked, { dataDir: folder.path, keepOriginalsDays: 30 }, at);
  await db.commitPlain((q) => [q.update(db.t.jobs).set({ state: "done" }).where(eq(db.t.jobs.kind, "pack.make"))]);
  return verifyPack(sourceOf(await buffer((await downloadPack(db, owner, packId, folder.path)).stream)), NODE_TOOLS);
}
const made = async () => (await listPacks(db, owner, 1))[0]!;

describe("a list whose facts and score were changed together after its seal", () => {
  test("is named line by line by the job that makes the pack", async () => {
    await sealGeneration(db, owner, generation);
    expect((await packed()).faults).toEqual([]);
    expect(await made()).toMatchObject({ faults: 0, lines: { sealed: true, faults: 0 } });
    // Both ways, so that every count stays: no pack alone can know.
    await givenAs("Alder Mill Ltd", "Birch Mill Ltd");
    await givenAs("Birch Mill Ltd", "Cedar Mill Ltd");
    expect((await packed()).faults).toEqual([]);
    expect(await made()).toMatchObject({
      faults: 2,
      lines: { sealed: true, faults: 2, named: [{ kind: "changed", table: "register_rows" }, { kind: "changed" }] },
    });
  });

  test("is found in the pack alone where it moved a supplier to another band", async () => {
    await sealGeneration(db, owner, generation);
    await givenAs("Alder Mill Ltd", "Birch Mill Ltd");
    const { faults } = await packed();
    expect(faults[0]).toMatchObject({ code: "list.counts", file: LISTS.suppliers, values: { moved: 0 } });
  });

  test("may have moved suppliers whose answers were recorded since, and no others", async () => {
    await sealGeneration(db, owner, generation);
    const { id: supplierId } = (await linesByName(db, owner, generation)).get("Cedar Mill Ltd")!;
    const answers = [{ what: "feesPaidByWorkers", value: "no", proof: "invoices", validFrom: "2026-03-01", money: null }] as const; // prettier-ignore
    await recordReadings(db, owner, { supplierId, answers, source: "letter", protectedSource: null }, now());
    expect((await packed()).faults).toEqual([]);
    expect(await made()).toMatchObject({ faults: 0 });
    // The one that was told of may have moved; the other two then need a place each.
    await givenAs("Alder Mill Ltd", "Birch Mill Ltd");
    expect(await made()).toMatchObject({ faults: 0 });
    await packed();
    expect(await made()).toMatchObject({ lines: { faults: 1 } });
  });

  test("is said not to be compared where the list waits for its seal", async () => {
    const check = await packed();
    expect(check.sealedBy).toBeNull();
    expect(await made()).toMatchObject({ faults: 0, lines: { sealed: false, faults: 0, named: [] } });
    await sealGeneration(db, owner, generation);
    expect((await packed()).sealedBy).toBeGreaterThan(0);
  });
});

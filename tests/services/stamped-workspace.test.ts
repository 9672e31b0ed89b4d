/** The time stamp of a workspace's pack: asked for by a person, had or not had, and shown. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { eventsUntil } from "../../db/queries/trail";
import { LANGUAGES, languageCodes } from "../../app/i18n/languages";
import { problemSentence } from "../../app/i18n/problem-sentence";
import { createTranslator } from "../../app/i18n/translator";
import { isProblem, Problem } from "../../app/lib/problem";
import { verifyPack } from "../../app/pack/verify";
import { askPack } from "../../app/services/packs/ask-pack.server";
import { downloadPack } from "../../app/services/packs/download-pack.server";
import { makePack } from "../../app/services/packs/make-pack.server";
import { NODE_TOOLS } from "../../app/services/packs/pack-tools.server";
import { packsThen } from "../../app/services/packs/packs-then.server";
import { packsView } from "../../app/services/packs/packs-view.server";
import { aDatabase, A_DAY, aFolder, aWorkspace, scopeOf } from "../builders";
import { aHolder, aStampService, stampAnswer, type StampService, type StampWishes } from "../stamp-authority";
import { importSteps } from "./import-steps";
import { sourceOf } from "./small-pack";

const folder = aFolder();
const authority = aHolder("p256", "Alder Stamps", null);
const later = (minutes: number) => new Date(A_DAY.getTime() + minutes * 60_000);
const STAMPED_AT = later(61);
let db: Database;
let owner: Scope;
let service: StampService;
let wishes: Partial<StampWishes> = {};

beforeAll(async () => {
  db = await aDatabase();
  owner = scopeOf(await aWorkspace(db));
  await importSteps(db, folder.path, () => A_DAY).publish(owner, "Supplier name,Country\nAlder Ltd,NO\n");
  service = await aStampService((question, response) =>
    response.end(stampAnswer(authority, authority, question, { time: STAMPED_AT, ...wishes })),
  );
});
beforeEach(() => {
  wishes = {};
});
afterAll(async () => {
  await service.close();
  await db.close();
  folder.remove();
});

const config = () => ({ dataDir: folder.path, keepOriginalsDays: 30, timestampUrl: service.address });
async function make(stamp: boolean, at: Date, how: Parameters<typeof makePack>[3] = config()): Promise<string> {
  const packId = await askPack(db, owner, "internal", at, { stamp });
  try {
    await makePack(db, owner, { packId, upTo: "internal", stamp, userId: owner.userId }, how, at);
  } finally {
    await db.commitPlain((q) => [q.update(db.t.jobs).set({ state: "done" }).where(eq(db.t.jobs.kind, "pack.make"))]);
  }
  return packId;
}
const contentsOf = async (name: "pack.asked" | "pack.made") =>
  (await eventsUntil(db, owner, [name], later(10_000))).map(({ contents }) => JSON.parse(contents!) as object);

test("a pack that was asked for with a time stamp has one; page, past page and trail say when and by whom", async () => {
  const packId = await make(true, later(60));
  const bytes = await buffer((await downloadPack(db, owner, packId, folder.path)).stream);
  expect(await verifyPack(sourceOf(bytes), NODE_TOOLS)).toMatchObject({
    isIntact: true,
    stamp: { time: STAMPED_AT.toISOString() },
  });
  const shown = { stampedAt: STAMPED_AT, stampedBy: "Alder Stamps, Alder Time", stampFingerprint: authority.fingerprint };
  expect((await packsView(db, owner, folder.path)).packs).toMatchObject([{ id: packId, faults: 0, ...shown }]);
  expect((await packsThen(db, owner, A_DAY.toISOString().slice(0, 10))).packs).toMatchObject([{ id: packId, ...shown }]);
  expect(await contentsOf("pack.asked")).toMatchObject([{ stamp: true }]);
  expect(await contentsOf("pack.made")).toMatchObject([
    { stamp: { time: STAMPED_AT.toISOString(), fingerprint: authority.fingerprint } },
  ]);
}); // prettier-ignore

test("one that was asked for without has none, says so, and no service is asked", async () => {
  const before = service.asked.length;
  const packId = await make(false, later(70));
  expect(service.asked).toHaveLength(before);
  const [newest] = (await packsView(db, owner, folder.path)).packs;
  expect(newest).toMatchObject({ id: packId, stampedAt: null, stampedBy: null, stampFingerprint: null });
  expect((await contentsOf("pack.made")).at(-1)).toMatchObject({ stamp: null });
});

test("where the stamp cannot be had there is no pack, nothing is left behind, and both languages say why and what to do", async () => {
  const packs = path.join(folder.path, "packs", String(owner.workspaceNo));
  const before = readdirSync(packs);
  for (const [wrong, how, code] of [
    [{ status: 2 }, {}, "stamp.refused"],
    [{ sent: null }, {}, "stamp.wrong"],
    [{ time: later(-60) }, {}, "stamp.clock"],
    [{}, { timestampUrl: null }, "stamp.no-service"],
  ] as const) {
    wishes = wrong;
    const problem = await make(true, later(80), { ...config(), ...how }).catch((error: unknown) => error);
    expect(isProblem(problem) && problem.code).toBe(code);
    const { values } = problem as Problem;
    for (const language of languageCodes) {
      const translator = createTranslator(language, (await LANGUAGES[language].load()).catalogue);
      const sentence = problemSentence(translator, new Problem(code, "", values));
      expect(sentence).not.toMatch(/\$t|\{\{|pack\.fault/u);
      expect(sentence.length).toBeGreaterThan(60);
      if (code === "stamp.wrong") expect(sentence).toContain(translator.t("pack.fault.stamp.certificate" as never));
    }
  }
  expect(readdirSync(packs)).toEqual(before);
  expect((await packsView(db, owner, folder.path)).packs).toHaveLength(before.length);
});

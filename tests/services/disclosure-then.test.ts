/** Commitments and disclosure of a past day: who bought, by which edition of the table, and what a request could have been given. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { event } from "../../db/audit-events";
import { newId } from "../../db/ids";
import { trailEvents } from "../../db/queries/trail";
import { ACCESS_CLASSES } from "../../db/schema/findings";
import { buyerProfile, type BuyerProfile } from "../../app/services/commitments/buyer.server";
import { commitmentsThen } from "../../app/services/commitments/commitments-then.server";
import { commitmentsView } from "../../app/services/commitments/commitments-view.server";
import { stateBuyer } from "../../app/services/commitments/state-buyer.server";
import { tableEdition } from "../../app/services/commitments/table-edition.server";
import {
  countedByClass,
  disclosedRecords,
  disclosureThen,
} from "../../app/services/disclosure/disclosed-records.server";
import { exportDisclosure } from "../../app/services/disclosure/export-disclosure.server";
import { addEvidence, type EvidenceUse } from "../../app/services/evidence/add-evidence.server";
import { takeBackEvidence } from "../../app/services/evidence/take-back-evidence.server";
import { findingFor } from "../../app/services/findings/findings-view.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { changeFinding, takeBackFinding } from "../../app/services/findings/step-finding.server";
import { proposeSettlement } from "../../app/services/findings/settle-finding.server";
import { toolsThen } from "../../app/services/trail/tools-then.server";
import { aFolder } from "../builders";
import { aList, aPast, dayText, now, onDay, type Past } from "./past-steps";
import { erase, story } from "./day-story";

let past: Past;
let db: Database;
let scope: Scope;
let folder: ReturnType<typeof aFolder>;
beforeEach(async () => {
  past = await aPast();
  ({ db, scope } = past);
  folder = aFolder();
});
afterEach(async () => {
  await past.end();
  folder.remove();
});

const NOTHING = {
  words: "",
  jurisdiction: null,
  binds: null,
  theme: null,
  when: null,
  by: null,
  confidence: null,
  forUs: false,
};
const BUYER: BuyerProfile = {
  country: "DE",
  body: null,
  size: null,
  buys: null,
  sector: null,
  sellsTo: [],
  keepYears: null,
};

test("commitments of a past day are worked out for who bought then, and the edition is told as the records name it", async () => {
  const steps = [
    async () => stateBuyer(db, scope, BUYER, now()),
    async () => stateBuyer(db, scope, { ...BUYER, country: "FR" }, now()),
    async () => stateBuyer(db, scope, { ...BUYER, country: "NO", sellsTo: ["DE"] }, now()),
  ];
  const page = { first: 0, most: 500 };
  const shown = async () => commitmentsView(db, scope, NOTHING, page, now().toISOString().slice(0, 10));
  const noted = await story(steps, shown);
  for (const [day, before] of noted.entries()) {
    const { buyer, named, isErased } = await commitmentsThen(db, scope, dayText(day));
    expect(await commitmentsView(db, scope, NOTHING, page, dayText(day), buyer), `day ${day}`).toEqual(before);
    expect(named).toMatchObject({ ...tableEdition(), isToday: true });
    expect(isErased).toBe(false);
  }
  expect(await commitmentsThen(db, scope, dayText(-1))).toEqual({ buyer: null, isErased: false, named: null });
  const none = await commitmentsView(db, scope, NOTHING, page, dayText(-1), null);
  expect([none.profile, none.ours]).toEqual([null, null]);
  await erase(db, scope, "buyer.stated");
  expect(await commitmentsThen(db, scope, dayText(2))).toMatchObject({ buyer: null, isErased: true });
  expect((await commitmentsThen(db, scope, dayText(1))).buyer?.country).toBe("FR");
  expect((await buyerProfile(db, scope))?.country).toBe("NO");
  expect((await toolsThen(db, scope, dayText(2))).buyer).toBe("erased");
});

test("a record that names another edition of the table is told apart from today's", async () => {
  const catalogue = { day: "2025-01-01", sha256: "0".repeat(64) };
  await db.commit(scope, event("buyer.stated", { profile: BUYER, previous: null, catalogue }), () => []);
  onDay(1);
  expect((await commitmentsThen(db, scope, dayText(0))).named).toMatchObject({ ...catalogue, isToday: false });
});

test("what a request could have been given on a past day has the records, states and classes of that day", async () => {
  await past.publish(aList(12));
  const [supplierId, otherId] = (await past.idsNow()) as [string, string];
  let [finding, document, later] = ["", "", ""];
  const facts = {
    supplierId,
    source: "authority",
    saidBy: "Labour inspectorate, case 7/2026",
    foundOn: "2026-02-01",
    site: null,
    product: null,
    indicators: ["ILO-07"],
    severity: "severe",
    summary: "Papers of 40 workers lie in the office safe.",
    accessClass: "confidential",
    namesNobody: true,
  } as const;
  const seen = async (id: string) => ({ findingId: id, version: (await findingFor(db, scope, id)).finding.version });
  const paper = (about: string, accessClass: "public" | "internal", use: EvidenceUse | null = null) => {
    const file = path.join(folder.path, newId(now()));
    const content = Buffer.from(`Invented report ${newId(now())}\n`);
    writeFileSync(file, content);
    const sha256 = createHash("sha256").update(content).digest("hex");
    const of = { fileName: "report.txt", path: file, bytes: content.length, sha256, issuedOn: null, expiresOn: null };
    const said = { shows: "What was found", issuer: "An office", strength: "primary", tier: null } as const;
    const more = { site: null, product: null, accessClass, showsPersons: false };
    return addEvidence(db, scope, { supplierId: about, use, ...of, ...said, ...more }, folder.path, now());
  };
  const steps = [
    async () => (finding = await recordFinding(db, scope, facts, now())),
    async () => (document = (await paper(supplierId, "internal", { usedFor: "finding", usedForId: finding })).id),
    async () =>
      changeFinding(db, scope, await seen(finding), { kind: "class", to: "public", reason: "In court." }, now()),
    async () => proposeSettlement(db, scope, { ...(await seen(finding)), to: "rejected", reason: "Not so.", on: dayText(3) }, now()), // prettier-ignore
    async () => paper(otherId, "public"),
    async () => takeBackEvidence(db, scope, document, "The wrong report.", now()),
    async () => (later = await recordFinding(db, scope, { ...facts, accessClass: "internal" }, now())),
    async () => takeBackFinding(db, scope, { ...(await seen(later)), reason: "Of another firm." }, now()),
  ];
  const upTo = "internal" as const;
  const shown = async () => ({
    all: await disclosedRecords(db, scope, null),
    one: await disclosedRecords(db, scope, supplierId),
    file: await text((await exportDisclosure(db, scope, { supplierId: null, upTo }, String)).stream),
  });
  const noted = await story(steps, shown);
  for (const [day, before] of noted.entries()) {
    const on = dayText(day);
    expect(await disclosureThen(db, scope, null, on), `day ${day}`).toEqual({ records: before.all, untold: 0 });
    expect((await disclosureThen(db, scope, supplierId, on)).records).toEqual(before.one);
    expect(await text((await exportDisclosure(db, scope, { supplierId: null, upTo, on }, String)).stream)).toBe(before.file); // prettier-ignore
    expect((await toolsThen(db, scope, on)).records).toBe(before.all.length);
  }
  expect(countedByClass((await disclosureThen(db, scope, null, dayText(1))).records)).toEqual([
    { upTo: "public", findings: 0, steps: 0, documents: 0, leftOut: 2 },
    { upTo: "internal", findings: 0, steps: 0, documents: 1, leftOut: 1 },
    { upTo: "confidential", findings: 1, steps: 0, documents: 1, leftOut: 0 },
  ]);
  expect(await disclosureThen(db, scope, null, dayText(-1))).toEqual({ records: [], untold: 0 });
  await past.merge(otherId, supplierId);
  expect(await disclosedRecords(db, scope, supplierId)).toHaveLength(noted.at(-1)!.one.length + 1);
  expect((await disclosureThen(db, scope, supplierId, dayText(7))).records).toHaveLength(noted.at(-1)!.one.length);
  await erase(db, scope, "finding.recorded", "first");
  // The class before the change is told by that event alone; the class after it by the change.
  const untold = await disclosureThen(db, scope, supplierId, dayText(0));
  expect(untold).toMatchObject({ records: [{ kind: "finding", accessClass: null }], untold: 1 });
  expect(countedByClass(untold.records).map(({ findings, leftOut }) => [findings, leftOut])).toEqual([[0, 1], [0, 1], [0, 1]]); // prettier-ignore
  for (const upTo of ACCESS_CLASSES) {
    const mark = (of: string | null) => of ?? "not known any more";
    const file = await exportDisclosure(db, scope, { supplierId, upTo, on: dayText(0) }, mark);
    const [, row, end] = (await text(file.stream)).split("\r\n");
    expect(row).toMatch(/^finding,,(not known any more,){14}not known any more$/u);
    expect(end).toBe("");
    const [exported] = await trailEvents(db, scope, { names: ["disclosure.exported"] }, { limit: 1 });
    expect(JSON.parse(exported!.contents!)).toMatchObject({ records: 1, withheld: 1, untold: 1 });
  }
  expect((await disclosureThen(db, scope, supplierId, dayText(2))).untold).toBe(0);
  for (const day of [0, 1, 2]) {
    const { records } = await disclosureThen(db, scope, null, dayText(day));
    expect((await toolsThen(db, scope, dayText(day))).records, `day ${day}`).toBe(records.length);
  }
});

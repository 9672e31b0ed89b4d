/** A report of a period that is over tells the list its last day ended with, whatever was published and decided since. */
import { Writable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import type { FiledReport, ReportType } from "../../app/reports/model";
import type { Fillings } from "../../app/reports/template";
import { TEMPLATES } from "../../app/reports/templates";
import { isProblem } from "../../app/lib/problem";
import { undoImport } from "../../app/services/imports/publish-import.server";
import { undoReadings } from "../../app/services/readings/undo-readings.server";
import { registerInto } from "../../app/services/register/write-register.server";
import { fillingsOf } from "../../app/services/reports/fill";
import { keptBytes } from "../../app/services/reports/kept-file.server";
import { changeReportSettings } from "../../app/services/reports/report-settings.server";
import { reportView } from "../../app/services/reports/report-view.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import { decideUnderstanding } from "../../app/services/understanding/decide.server";
import type { Database, Scope } from "../../db/database";
import { groupsOfGeneration } from "../../db/queries/understanding";
import { sweepGenerations } from "../../db/sweep";
import { aFolder } from "../builders";
import { aList, aPast, COUNTRIES, dayText, now, onDay, type Past } from "./past-steps";

let past: Past;
let db: Database;
let scope: Scope;
beforeEach(async () => {
  past = await aPast();
  ({ db, scope } = past);
});
afterEach(() => past.end());

const TOLD: readonly ReportType[] = ["register", "statement", "demand", "response", "remediation"];

/** What reports of each type say of the days up to one, made now. */
async function told(to: string): Promise<Readonly<Record<string, Fillings>>> {
  const organisation = { name: "Buyer", identifier: "", country: null };
  const settings = { from: dayText(-5), to, organisation, subject: null, class: "confidential" as const, facts: {}, entered: {} }; // prettier-ignore
  const all = TOLD.map(async (type) => {
    const template = TEMPLATES.find((one) => one.type === type)!;
    const variant = template.variants[0]!.id;
    return [type, await fillingsOf(db, scope, template, { settings, variant, now: now(), attachments: [] })] as const;
  });
  return Object.fromEntries(await Promise.all(all));
}

/** For `catch`: a supplier that was merged already is not merged again. */
function notTwice(error: unknown): null {
  if (isProblem(error) && error.code === "duplicate.circle") return null;
  throw error;
}

/** Numbers from 0 to `below`, the same for the same seed. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test.each([1, 2])(
  "a report of a past period says what it said at the end of its last day, whatever came after (seed %i)",
  async (seed) => {
    const next = numbersFrom(seed);
    const batches: { supplierId: string; batch: string }[] = [];
    const lists = [await past.publish(aList(60))];
    const anybody = async () => {
      const ids = await past.idsNow();
      return ids[next(ids.length)]!;
    };
    const deeds: (() => Promise<unknown>)[] = [
      async () => {
        const supplierId = await anybody();
        batches.push({ supplierId, batch: await past.answer(supplierId, 1 + next(3)) });
      },
      async () => {
        const one = batches.splice(next(Math.max(1, batches.length)), 1)[0];
        if (one) await undoReadings(db, scope, one, now());
      },
      async () => {
        const groups = await groupsOfGeneration(db, scope, await past.published());
        const { key } = groups[next(groups.length)]!;
        const decision = { placeOfWork: COUNTRIES[next(4)]! };
        await decideUnderstanding(db, scope, { scope: "group", key, decision }, now());
      },
      async () => past.findAgainst(await anybody()),
      async () => lists.push(await past.publish(aList(50 + next(20), next(4)))),
      async () => {
        if (lists.length > 1) await undoImport(db, scope, lists.pop()!, now());
      },
      async () => {
        const [from, into] = [await anybody(), await anybody()];
        if (from !== into) await past.merge(from, into).catch(notTwice);
      },
    ];
    const said: { readonly day: string; readonly was: Awaited<ReturnType<typeof told>> }[] = [];
    for (let day = 1; day <= 8; day++) {
      onDay(day);
      for (let deed = 0; deed < 3; deed++) await deeds[next(deeds.length)]!();
      // Every other day ends before what was decided is in the list.
      if (day % 2 === 0) await past.reapply();
      onDay(day, 20);
      said.push({ day: dayText(day), was: await told(dayText(day)) });
    }
    onDay(9);
    await past.publish(aList(30, 2));
    await past.answer(await anybody(), 3);
    for (const { day, was } of said)
      for (const type of TOLD) expect((await told(day))[type], `${type} of ${day}`).toEqual(was[type]);
    expect(said[0]!.was["statement"]).not.toEqual(said.at(-1)!.was["statement"]);
  },
  120_000,
);

/** A register about the days up to today. */
const aRegister = () =>
  startReport(db, scope, { type: "register", variant: "", subjectId: "", subjectName: "" }, now());

/** The whole register that is shown, as a file has it. */
async function registerNow(): Promise<string> {
  const chunks: Buffer[] = [];
  const into = new Writable({ write: (chunk: Buffer, _encoding, done) => (chunks.push(chunk), done()) });
  await registerInto(db, await past.published(), into);
  return Buffer.concat(chunks).toString("utf8");
}

const viewed = (id: string) => reportView(db, scope, id, now());

test("a register of a past period: its head, its lines and the file kept with it are of the list of the period's end", async () => {
  const folder = aFolder();
  await past.publish(aList(40));
  onDay(2);
  const [first] = await past.idsNow();
  const id = await aRegister();
  const [file, { filed: running }] = [await registerNow(), await viewed(id)];
  expect(running.report).toMatchObject({ listFrom: "now", list: { suppliers: 40 } });
  // An answer writes a line of that list again, then it is built again, then another takes its place.
  onDay(3);
  await past.answer(first!, 3);
  expect(await registerNow()).not.toBe(file);
  await past.reapply();
  onDay(5);
  await past.publish(aList(30, 1));
  onDay(6);
  const { filed: draft } = await viewed(id);
  expect(draft.report).toEqual({ ...running.report, listFrom: "then", made: draft.report.made });
  await submitReport(db, scope, id, { title: "", note: "" }, now(), folder.path);
  const { filed } = await viewed(id);
  const [kept] = filed.report.attachments;
  expect(kept).toMatchObject({ rows: 40, bytes: Buffer.byteLength(file) });
  const bytes: Buffer[] = [];
  for await (const piece of keptBytes(scope, id, kept!, folder.path)) bytes.push(piece);
  expect(Buffer.concat(bytes).toString("utf8")).toBe(file);
  folder.remove();
});

test("a list of the period's end that is not kept, and a period that ended with none: today's is told, and the report says which", async () => {
  await past.publish(aList(40));
  onDay(2);
  const [id, early] = [await aRegister(), await aRegister()];
  const { settings, seen } = await viewed(early);
  const given = { variant: "", organisation: "Buyer", identifier: "", country: "", class: settings.class, seen };
  await changeReportSettings(db, scope, early, { ...given, from: dayText(-30), to: dayText(-1) }, now());
  onDay(3);
  await past.publish(aList(30));
  expect((await viewed(id)).filed.report).toMatchObject({ listFrom: "then", list: { suppliers: 40 } });
  const { generations } = db.t;
  await db.commitPlain((q) => [q.update(generations).set({ state: "discarded" }).where(eq(generations.suppliers, 40))]);
  await sweepGenerations(db);
  expect((await viewed(id)).filed.report).toMatchObject({ listFrom: "gone", list: { suppliers: 30 } });
  expect((await viewed(early)).filed.report).toMatchObject({ listFrom: "none", list: { suppliers: 30 } });
});

test("a folder of a past period can be about a supplier that the list of today does not have, and about none that only today's has", async () => {
  await past.publish(aList(40));
  const before = await past.idsNow();
  onDay(2);
  const id = await startReport(
    db,
    scope,
    { type: "response", variant: "", subjectId: "", subjectName: "Shirts" },
    now(),
  );
  onDay(3);
  await past.publish(aList(30).replaceAll("Supplier 00", "Firm 00"));
  const only = (await past.idsNow()).find((one) => !before.includes(one))!;
  const gone = before.at(-1)!;
  const about = async (suppliers: string) => {
    const { settings, seen } = await viewed(id);
    const given = { variant: "", organisation: "Buyer", identifier: "", country: "", class: settings.class, seen };
    await changeReportSettings(db, scope, id, { ...given, from: settings.from, to: settings.to, facts: { suppliers } }, now()); // prettier-ignore
    return pointOf((await viewed(id)).filed, "chainMap").tables[0]!.rows.length;
  };
  expect(await about(gone)).toBe(1);
  await expect(about(only)).rejects.toMatchObject({ code: "report.fact-supplier" });
});
const pointOf = ({ report }: FiledReport, id: string) =>
  report.sections.flatMap(({ points }) => points).find((point) => point.id === id)!;

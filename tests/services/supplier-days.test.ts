/** The pages of a supplier that show records, as known on a past day, say what they showed at the end of that day. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { dangerPage } from "../../app/lib/danger-page.server";
import { decisionView } from "../../app/lib/decision-page.server";
import { materialsView } from "../../app/lib/materials-page.server";
import { onDay as asOn, paths } from "../../app/lib/paths";
import { recordedAnswers } from "../../app/lib/recruitment-page.server";
import { dangerDay, decisionDay, materialsDay, recruitmentDay } from "../../app/lib/supplier-day-pages.server";
import { formOfToday, supplierDay } from "../../app/lib/supplier-day.server";
import { materialKey } from "../../app/recruitment/material-key";
import { addContact, withdrawContact } from "../../app/services/findings/danger-contacts.server";
import { agreeToLift, askToLift, placeHold } from "../../app/services/findings/hold-supplier.server";
import { recruitmentView } from "../../app/services/readings/recruitment-view.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { releaseReadings } from "../../app/services/readings/release-readings.server";
import { undoReadings } from "../../app/services/readings/undo-readings.server";
import { answerProposal } from "../../app/services/remedy/answer-proposal.server";
import { decideSupplier } from "../../app/services/remedy/decide-supplier.server";
import { decisionLines } from "../../app/services/remedy/follow-up-view.server";
import { addMember, findWorkspaceScope, type WorkspaceScope } from "../../db/queries/accounts";
import { supplierNoOf } from "../../db/ids";
import { numbersOf } from "../../db/queries/merges";
import { aUser } from "../builders";
import { aDecision } from "../remedy-facts";
import { erase } from "./day-story";
import { aPast, dayText, now, onDay, type Past } from "./past-steps";

const LIST = `Supplier name,Country,Product,Role
Alder Garments Ltd,Bangladesh,cotton shirts,manufacturer
Birch Apparel Ltd,Bangladesh,cotton shirts,manufacturer
`;
let past: Past;
let [scope, second]: [WorkspaceScope, WorkspaceScope] = [undefined as never, undefined as never];
let mill = "";
let birch = "";
beforeEach(async () => {
  past = await aPast();
  const { userId, workspaceSlug } = past.scope;
  scope = (await findWorkspaceScope(past.db, userId, workspaceSlug))!;
  const officer = await aUser(past.db);
  await addMember(past.db, scope, officer.id, "officer", now());
  second = (await findWorkspaceScope(past.db, officer.id, workspaceSlug))!;
  await past.publish(LIST);
  [mill, birch] = (await past.idsNow()) as [string, string];
});
afterEach(() => past.end());

const requestOf = (day: string) => new Request(`http://here/?on=${day}`);
const then = async (day: string, reader = scope, id = mill) =>
  (await supplierDay(requestOf(day), past.db, reader, id, (to) => paths.danger(scope.workspaceSlug, to)))!;

/** As a page is sent it. */
const plain = (one: object) => JSON.parse(JSON.stringify(one)) as object;

/** What the pages show a reader now. */
async function shownNow(reader: WorkspaceScope) {
  const { db } = past;
  const view = await recruitmentView(db, reader, mill);
  const danger = await dangerPage(db, reader, mill);
  const decisions = await decisionLines(db, reader, await numbersOf(db, reader, supplierNoOf(mill)!));
  return {
    answers: recordedAnswers(view).map(plain),
    standing: view.standing,
    materials: materialsView(view.outside.facts, view.readings, view.told.engine.model),
    decisions: decisions.map((one) => plain(decisionView(one))),
    hold: danger.hold && { since: danger.hold.since, asked: danger.hold.asked && danger.hold.asked.reason },
    contacts: danger.contacts,
  };
}

async function shownThen(day: string, reader: WorkspaceScope): Promise<Awaited<ReturnType<typeof shownNow>>> {
  const { db } = past;
  const of = await then(day, reader);
  const [answers, materials, decisions, danger] = [
    await recruitmentDay(db, reader, of),
    await materialsDay(db, reader, of),
    await decisionDay(db, reader, of),
    await dangerDay(db, reader, of),
  ];
  expect(decisions.untold).toBe(0);
  const { hold } = danger;
  if (!answers.asOf.known || hold?.asked === "untold") throw new Error("The list of that day has the mill");
  return {
    answers: answers.answers.map(plain),
    standing: answers.asOf.standing,
    materials: materials.view,
    decisions: decisions.decisions.map(plain),
    hold: hold && { since: hold.since.toISOString(), asked: hold.asked && hold.asked.reason },
    contacts: danger.contacts,
  };
}

const recruited = { what: "workersRecruited", value: 40, proof: "invoices", validFrom: "2026-01-01", money: null } as const; // prettier-ignore
const papers = { what: "papersHeldBy", value: "employer", proof: "interviews", validFrom: "2026-01-01", money: null } as const; // prettier-ignore
const cotton = { what: materialKey("Cotton"), value: [{ country: "IN", region: null }], proof: "invoices", validFrom: "2026-01-01", money: null } as const; // prettier-ignore
const RISK = {
  groupSize: 20,
  assessedBy: "Ann",
  assessedOn: "2026-01-02",
  assessment: "Nobody can be told from these answers, for all twenty gave the same one.",
};
const CONTACT = { country: "BD", kind: "hotline", name: "Line", contact: "123", source: "A page", checkedOn: "2026-01-02" } as const; // prettier-ignore

test("answers, materials, decisions and what was written to it stand on each day as they did, for each reader", async () => {
  const { db } = past;
  const save = (answer: typeof recruited | typeof papers | typeof cotton, protectedSource: "workers" | null = null) =>
    recordReadings(db, scope, { supplierId: mill, answers: [answer], source: "By letter", protectedSource }, now());
  let [batch, told, decisionId] = ["", "", ""];
  const story: (() => Promise<unknown>)[] = [
    async () => (batch = await save(cotton)),
    () => save(recruited),
    async () => (told = await save(papers, "workers")),
    () => undoReadings(db, scope, { supplierId: mill, batch }, now()),
    () => placeHold(db, scope, mill, now()),
    () => askToLift(db, scope, mill, "They were moved", now()),
    () => askToLift(db, scope, mill, "They were moved to a safe place", now()),
    () => addContact(db, scope, CONTACT, now()),
    () => agreeToLift(db, second, mill, now()),
    async () =>
      (decisionId = await decideSupplier(db, scope, { supplierId: mill, facts: aDecision(scope.userId) }, now())),
    () => answerProposal(db, second, { decisionId, answer: "confirm", reason: "" }, now()),
    () => releaseReadings(db, scope, { supplierId: mill, batch: told }, RISK, now()),
    async () => {
      const { contacts } = await dangerPage(db, scope, mill);
      await withdrawContact(db, scope, contacts.flatMap(({ entries }) => entries)[0]!.id, now());
    },
    () => save({ ...cotton, validFrom: "2026-02-01" as never }),
  ];
  const shown: Awaited<ReturnType<typeof shownNow>>[][] = [];
  for (const [at, step] of story.entries()) {
    onDay(at + 1);
    await step();
    await past.reapply();
    shown.push([await shownNow(scope), await shownNow(second)]);
  }
  onDay(story.length + 3);
  for (const [at, both] of shown.entries())
    for (const [who, was] of both.entries()) {
      const { answers, ...rest } = await shownThen(dayText(at + 1), [scope, second][who]!);
      const { answers: answersThen, ...restThen } = was;
      expect([at, who, rest]).toEqual([at, who, restThen]);
      expect([at, who, answers]).toEqual([at, who, answersThen]);
    }
  const counts = shown.map(([owner, officer]) => [owner!.answers.length, officer!.answers.length]);
  expect(counts.slice(0, 4)).toEqual([
    [1, 1],
    [2, 2],
    [3, 2],
    [3, 2],
  ]);
});

test("what a witness told changes nothing of a past day for who may not read it, until it was released", async () => {
  const { db } = past;
  const days = async () => {
    const seen: unknown[] = [];
    for (const day of [1, 3, 5, 7]) {
      const { asOf, answers } = await recruitmentDay(db, second, await then(dayText(day), second));
      seen.push({ asOf, answers });
    }
    return JSON.stringify(seen);
  };
  onDay(8);
  const before = await days();
  onDay(2);
  const batch = await recordReadings(
    db,
    scope,
    { supplierId: mill, answers: [papers], source: "Spoken with", protectedSource: "workers" },
    now(),
  );
  onDay(8);
  expect(await days()).toBe(before);
  onDay(4);
  await releaseReadings(db, scope, { supplierId: mill, batch }, RISK, now());
  await past.reapply();
  onDay(8);
  const released = await recruitmentDay(db, second, await then(dayText(5), second));
  expect(released.answers).toMatchObject([{ what: "papersHeldBy", source: "", who: null }]);
  expect((await recruitmentDay(db, second, await then(dayText(3), second))).answers).toEqual([]);
});

test("a known request to write again stands, though a later one of any supplier was erased; who placed the hold is told to nobody", async () => {
  const { db } = past;
  const ask = (id: string, reason: string) => askToLift(db, scope, id, reason, now());
  const steps = [
    () => Promise.all([placeHold(db, scope, mill, now()), placeHold(db, scope, birch, now())]),
    () => ask(mill, "They were moved"),
    async () => {
      await ask(birch, "They are safe");
      await erase(db, scope, "supplier-hold.lift-asked");
    },
    () => ask(mill, "They are home"),
    () => ask(birch, "They are home too"),
  ];
  for (const [day, step] of steps.entries()) {
    onDay(day + 1);
    await step();
  }
  onDay(8);
  const hold = async (id: string, day: number) =>
    (await dangerDay(db, second, await then(dayText(day), second, id))).hold!;
  expect(await hold(mill, 1)).toEqual({ since: expect.any(Date), asked: null, endedAt: null });
  expect((await hold(mill, 2)).asked).toMatchObject({ reason: "They were moved", isLast: true });
  expect((await hold(mill, 3)).asked).toMatchObject({ reason: "They were moved", isLast: false });
  expect((await hold(mill, 4)).asked).toMatchObject({ reason: "They are home", isLast: true });
  expect((await hold(birch, 3)).asked).toBe("untold");
});

test("a supplier that was merged later stands on that day as it was, and after it leads to what it became", async () => {
  const { db } = past;
  onDay(1);
  await placeHold(db, scope, mill, now());
  await decideSupplier(db, scope, { supplierId: mill, facts: aDecision(scope.userId, { decision: "buy" }) }, now());
  onDay(3);
  await past.merge(mill, birch);
  onDay(6);
  const of = await then(dayText(2));
  expect(of).toMatchObject({ name: "Alder Garments Ltd", numbers: [supplierNoOf(mill)] });
  expect((await dangerDay(db, scope, of)).hold).toMatchObject({ endedAt: null });
  expect((await decisionDay(db, scope, of)).decisions).toMatchObject([{ decision: "buy", state: "in-force" }]);
  // The other had nothing of it that day, and has it from the merge on.
  expect((await dangerDay(db, scope, await then(dayText(2), scope, birch))).hold).toBeNull();
  expect((await dangerDay(db, scope, await then(dayText(4), scope, birch))).hold).not.toBeNull();
  const led = await then(dayText(4)).catch((error: unknown) => error as Response);
  expect((led as Response).headers.get("location")).toBe(asOn(paths.danger(scope.workspaceSlug, birch), dayText(4)));
});

test("a supplier of no list has no past, and a page that is a form leads to the supplier of that day", async () => {
  onDay(3);
  await expect(then(dayText(1), scope, "nobody")).rejects.toMatchObject({ status: 404 });
  expect(await supplierDay(requestOf(dayText(3)), past.db, scope, mill, String)).toBeNull();
  const led = (day: number) => {
    try {
      return formOfToday(requestOf(dayText(day)), "/w/x/suppliers/y");
    } catch (error) {
      return (error as Response).headers.get("location");
    }
  };
  expect(led(1)).toBe(`/w/x/suppliers/y?on=${dayText(1)}`);
  expect(led(3)).toBeUndefined();
});

/** What a government purchaser is never offered, 1 to 7 of docs/never.md: bidders, exclusion, matches and lists. */
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { decisionFaults } from "../../app/checks/decide";
import { DECISIONS } from "../../app/checks/words";
import { GROUNDS, GROUND_IDS } from "../../app/checks/grounds";
import { checkStatus } from "../../app/checks/state";
import type { CheckEntry } from "../../app/checks/entries";
import { shippedEditions } from "../../app/lib/shipped-lists.server";
import { isCompared } from "../../app/screening/party";
import { addBidder } from "../../app/services/checks/add-bidder.server";
import { checkRecord } from "../../app/services/checks/check-record.server";
import { checkView } from "../../app/services/checks/check-view.server";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { lotView } from "../../app/services/checks/lot-view.server";
import { inspectionOf, memoOf } from "../../app/services/checks/memo.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { openLot } from "../../app/services/checks/open-lot.server";
import { openStage } from "../../app/services/checks/open-stage.server";
import { STAGES } from "../../db/schema/checks";
import { sourcesIn, textOf } from "../architecture/tree";
import { A_DAY, aDatabase, aMember, aWorkspace, scopeOf, type AWorkspace } from "../builders";
import { aDecision, aLot, anExclusion, anOpenLot, found, nothingFound, TODAY, toExclude } from "../check-steps";

let db: Database;
let workspace: AWorkspace;
let owner: Scope;
let legal: Scope;
let purchaser: Scope;

beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  workspace = await aWorkspace(db);
  owner = scopeOf(workspace);
  legal = scopeOf(workspace, "legal-reviewer", (await aMember(db, workspace, "legal-reviewer")).id);
  purchaser = scopeOf(workspace, "purchaser", (await aMember(db, workspace, "purchaser")).id);
});

const decide = (checkId: string, decision = aDecision(), scope = owner) =>
  noteInCheck(db, scope, checkId, { kind: "decision", contents: decision }, A_DAY);
const refused = (code: string) => expect.objectContaining({ name: "Problem", code }) as Error;
const words = (value: unknown) => JSON.stringify(value);

/** Everything of which a check is made, from the rules to the page. */
const ofChecks = () =>
  sourcesIn("app/checks/", "app/services/checks/", "app/components/", "app/routes/", "app/lib/").filter((file) =>
    /^app\/(?:services\/)?checks\/|\/check-|\.(?:checks|lots)\.|\/lot-form/u.test(file),
  );

test("1: no score, band, country or nationality excludes, down-scores or ranks a bidder", () => {
  const files = ofChecks();
  expect(files.length).toBeGreaterThan(30);
  // The risk engine is out of reach: the type of a day, and whether a model is derived so that it is refused, is all that is taken.
  const taken = (file: string) => [...textOf(file).matchAll(/import (?:type )?\{([^}]*)\} from "[./]*\/risk-models(?:\/types)?"/gu)].map((found) => found[1]!.trim()); // prettier-ignore
  const engine = files.flatMap(taken).filter((names) => names !== "IsoDate" && names !== "isDerived");
  expect(files.flatMap(taken)).toContain("isDerived");
  expect(engine).toEqual([]);
  const named = files.filter((file) => /\b(?:nationality|dimCountry|inherent|rangeLow|releasedScore|line\.(?:score|band))\b/u.test(textOf(file))); // prettier-ignore
  expect(named).toEqual([]);
  // Whatever the country of the firms is, the same is asked for a decision.
  const at = A_DAY;
  const status = (country: string | null) =>
    checkStatus([
      { kind: "circle", contents: { firmId: "bidder", kind: "bidder", name: "Mill", country, identifier: null, supplierId: null }, by: "a", at }, // prettier-ignore
      { kind: "answer", contents: { steps: ["eu57conviction"], result: "found", proof: "Judgment", reference: "", sourceOn: TODAY }, by: "a", at }, // prettier-ignore
    ] satisfies CheckEntry[]);
  const procedure = { regime: "eu", national: [], today: TODAY } as const;
  fc.assert(
    fc.property(
      fc.constantFrom("CN", "RU", "PT", "TR", null),
      fc.constantFrom(...DECISIONS),
      fc.boolean(),
      (country, kind, complete) => {
        const made = kind === "exclude" ? toExclude(complete ? {} : { proof: "" }) : aDecision({ kind });
        expect(decisionFaults(made, status(country), procedure)).toEqual(decisionFaults(made, status(null), procedure));
      },
    ),
  );
  // No decision stands chosen on the page.
  expect(textOf("app/components/check-decision.tsx")).not.toMatch(/checked|defaultValue/u);
});

test("2: no award points come of a score", async () => {
  const { checkId } = await anOpenLot(db, owner, { stage: "award" });
  for (const kind of DECISIONS)
    for (const more of [{ points: 5 }, { score: 61 }, { weight: 0.2 }])
      await expect(decide(checkId, { ...aDecision({ kind }), ...more })).rejects.toEqual(refused("check.unfit"));
  await nothingFound(db, owner, checkId);
  await decide(checkId);
  await fileCheck(db, owner, checkId, A_DAY);
  const { record } = await memoOf(db, owner, checkId);
  expect(words(record)).not.toMatch(/"(?:points|score|weight|rank)"/u);
});

test("3: bidders are neither filtered nor sorted by country", async () => {
  const lotId = await openLot(db, owner, aLot(), A_DAY);
  for (const [at, country] of ["TR", "CN", "AT"].entries())
    await addBidder(db, owner, lotId, { name: `Mill ${at}`, country, identifier: "", supplierId: "" }, new Date(A_DAY.getTime() + at)); // prettier-ignore
  const { bidders } = await lotView(db, owner, lotId);
  expect(bidders.map(({ name }) => name)).toEqual(["Mill 0", "Mill 1", "Mill 2"]);
  expect(words(bidders)).not.toMatch(/"(?:TR|CN|AT)"|country/u);
  // As of a past day it shows them in the same order, and as little of them.
  const then = await lotView(db, owner, lotId, new Date(A_DAY.getTime() + 1));
  expect(then.bidders).toEqual(bidders.slice(0, 2));
  // The page of the lot reads nothing of its address but which lot it is, and a past day.
  expect(textOf("app/routes/w.$workspace.lots.$lotId.tsx")).not.toMatch(/request\.url|searchParams|useSearchParams/u);
});

test("4: no check is opened for one bidder only", async () => {
  const move = fc.oneof(fc.constant("add" as const), fc.constantFrom(...STAGES));
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 7 }), async (moves) => {
      const lotId = await openLot(db, owner, aLot(), A_DAY);
      for (const [at, one] of moves.entries()) {
        if (one === "add")
          await addBidder(db, owner, lotId, { name: `Mill ${at}`, country: null, identifier: "", supplierId: "" }, A_DAY); // prettier-ignore
        else await openStage(db, owner, lotId, one, A_DAY).catch(() => undefined);
      }
      const { lot, bidders } = await lotView(db, owner, lotId);
      for (const { checks } of bidders) expect(checks.map(({ stage }) => stage).sort()).toEqual([...lot.stages].sort());
    }),
    { numRuns: 25 },
  );
  expect(
    ofChecks()
      .filter((file) => /insert\(db\.t\.vendorChecks\)/u.test(textOf(file)))
      .sort(),
  ).toEqual([
    // A correction is of a check that is filed already.
    "app/services/checks/correct-check.server.ts",
    "app/services/checks/open-checks.ts",
  ]);
});

test("5: nobody is excluded without a hearing, proof, proportionality, an end date and a second person", async () => {
  const { checkId } = await anOpenLot(db, owner);
  await found(db, owner, checkId, "eu57conviction");
  await nothingFound(db, owner, checkId);
  const without: readonly (readonly [Parameters<typeof anExclusion>[0], string])[] = [
    [{ hearingOn: null }, "check.hearing"],
    [{ hearingOn: "2026-03-03" }, "check.hearing"],
    [{ answeredOn: null }, "check.hearing-answer"],
    [{ answeredOn: "2026-01-31" }, "check.hearing-answer"],
    [{ proof: "" }, "check.proof"],
    [{ proportionality: " " }, "check.proportionality"],
    [{ endsOn: null }, "check.end"],
    [{ endsOn: TODAY }, "check.end-past"],
    [{ endsOn: "2030-05-21" }, "check.end-late"],
    [{ convictionOn: null }, "check.conviction"],
    [{ court: "" }, "check.conviction"],
    [{ cleaning: { ...anExclusion().cleaning, assessment: "" } }, "check.cleaning"],
  ];
  for (const [said, code] of without) await expect(decide(checkId, toExclude(said))).rejects.toEqual(refused(code));
  await expect(decide(checkId, toExclude({}, { exclusion: null }))).rejects.toEqual(refused("check.exclusion-missing"));
  await decide(checkId, toExclude());
  await expect(fileCheck(db, owner, checkId, A_DAY)).rejects.toEqual(refused("check.to-do.second"));
  const agree = { kind: "decision-second", contents: { decisionId: "decision-1", agreed: true, note: "" } } as const;
  // Nor where nobody else is there to agree: the owner of a workspace of one waits like everybody.
  await expect(noteInCheck(db, owner, checkId, agree, A_DAY)).rejects.toEqual(refused("check.same-person"));
  await noteInCheck(db, legal, checkId, agree, A_DAY);
  expect(await fileCheck(db, owner, checkId, A_DAY)).toBe(1);
});

test("6: no evaluator sees an undecided name match or an allegation under review", async () => {
  const entry = shippedEditions().flatMap(({ entries }) => entries).find(isCompared)!; // prettier-ignore
  // A name that is near the listed one and not the same, so that only the pair could tell it.
  const { checkId, lotId } = await anOpenLot(db, owner, { bidders: [`${entry.name} Trading`] });
  const { status } = await checkRecord(db, owner, checkId);
  expect(status.candidates.length).toBeGreaterThan(0);
  const allegation = { factId: "fact-1", text: "An allegation nobody has looked into", source: "A paper", sourceOn: null, origin: "press", status: "under-review" } as const; // prettier-ignore
  await noteInCheck(db, owner, checkId, { kind: "fact", contents: allegation }, A_DAY);
  const shown = async () =>
    words([
      await checkView(db, purchaser, checkId),
      await memoOf(db, purchaser, checkId),
      await inspectionOf(db, purchaser, checkId),
      await lotView(db, purchaser, lotId),
    ]);
  const hidden = [...status.candidates.map((one) => one.candidateId), entry.id, allegation.text];
  for (const one of hidden) expect(await shown()).not.toContain(words(one).slice(1, -1));
  expect(await checkView(db, purchaser, checkId)).toMatchObject({ isReviewPending: true, pairs: null });
  expect(words(await checkView(db, owner, checkId))).toContain(words(entry.id).slice(1, -1));
  // What was decided against stays unseen too, and an allegation supports no decision.
  for (const { candidateId } of status.candidates)
    await noteInCheck(db, legal, checkId, { kind: "match-decided", contents: { candidateId, decision: "not-match", reason: "Other town" } }, A_DAY); // prettier-ignore
  for (const one of hidden) expect(await shown()).not.toContain(words(one).slice(1, -1));
  await expect(decide(checkId, aDecision({ reasons: "Because of it", because: ["fact-1"] }))).rejects.toEqual(refused("check.because-under-review")); // prettier-ignore
});

test("7: a foreign list is no ground in EU law", async () => {
  const edition = shippedEditions().find(({ listId }) => listId.startsWith("US-"))!;
  const entry = edition.entries.find(isCompared)!;
  const { checkId } = await anOpenLot(db, owner, { bidders: [entry.name] });
  const { status } = await checkRecord(db, owner, checkId);
  for (const { candidateId } of status.candidates)
    await noteInCheck(db, legal, checkId, { kind: "match-decided", contents: { candidateId, decision: "match", reason: "Same address" } }, A_DAY); // prettier-ignore
  await nothingFound(db, owner, checkId);
  const because = [status.candidates[0]!.candidateId];
  await expect(decide(checkId, toExclude({}, { because }))).rejects.toEqual(refused("check.because-unknown"));
  await expect(decide(checkId, toExclude({}, { because: [] }))).rejects.toEqual(refused("check.ground-not-found"));
  // It is shown with what it does, and that it does nothing in an award in the EU.
  const { record } = await memoOf(db, owner, checkId);
  const told = record.circle[0]!.matches.find((match) => match.list.listId === edition.listId)!;
  expect(told.effects).toContainEqual({ jurisdiction: "EU", effect: "none-in-an-award" });
  const lists = shippedEditions().map(({ listId }) => listId);
  expect(GROUND_IDS.filter((id) => lists.some((list) => words(GROUNDS[id]).includes(list)))).toEqual([]);
});

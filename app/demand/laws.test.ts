import { ACCESS_CLASSES } from "../../db/schema/findings";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as count from "./count";
import * as followUp from "./count-follow-up";
import { BUYING_SHAPES, buyingOf, type BuyingEntry, type EntryOf } from "./entries";
import { MEASURE_IDS, MEASURES, type Measured } from "./measures";
import { punctuality, readLedger } from "./payments";

const day = fc
  .date({ min: new Date("2025-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const PERIOD = { from: "2025-06-01", to: "2026-06-30" };
const small = fc.nat({ max: 200 });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const facts = fc.record({
  labourHeavy: maybe(fc.constantFrom("yes" as const, "no" as const)),
  recruitment: maybe(fc.constantFrom("priced" as const, "not-priced" as const, "none-recruited" as const)),
  recruitmentCost: maybe(fc.constant("120000")),
  currency: maybe(fc.constant("EUR")),
  depthKnown: maybe(fc.nat({ max: 4 })),
  depthAllowed: maybe(fc.nat({ max: 4 })),
  agencies: maybe(fc.constantFrom("none" as const, "named" as const)),
  agenciesAllowed: maybe(fc.constantFrom("yes" as const, "no" as const)),
});
const contract: fc.Arbitrary<count.ContractOf> = fc.record({
  id: fc.uuid(),
  name: fc.string(),
  facts: maybe(facts),
  floor: maybe(
    fc.record({ gap: fc.bigInt({ min: -100_000n, max: 100_000n }), currency: fc.constantFrom("EUR", "KZT") }),
  ),
  clause: fc.boolean(),
});
const entry = <K extends "orders" | "payments" | "training">(kind: K, contents: fc.Arbitrary<EntryOf<K>["contents"]>) =>
  contents.map((one) => ({ id: "e", kind, contractId: null, contents: one, enteredBy: "u", enteredAt: new Date(0), who: null }) as unknown as EntryOf<K>); // prettier-ignore
const orders = entry(
  "orders",
  fc.tuple(small, small, small, day, fc.boolean(), fc.boolean()).map(([a, b, c, to, asked, looked]) => {
    const all = a + b + c + 1;
    return { about: "Mill", from: to, to, orders: all, minimumDays: asked ? 30 : null, kept: asked ? a : null, changed: looked ? b : null, source: "x" }; // prettier-ignore
  }),
);
const payments = entry(
  "payments",
  fc
    .tuple(small, small, small, day)
    .map(([onTime, unpaid, late, to]) => ({ from: to, to, due: onTime + unpaid + late + 1, onTime, unpaid, unread: 0, medianLate: null, source: "x", sha256: "0".repeat(64) })), // prettier-ignore
);
const training = entry(
  "training",
  fc
    .tuple(day, fc.constantFrom("buyers" as const, "suppliers" as const), small, maybe(small))
    .map(([on, whom, people, more]) => ({ on, what: "x", whom, people: people + 1, outOf: more === null ? null : people + 1 + more, hours: 2 })), // prettier-ignore
);
const alert: fc.Arbitrary<followUp.Alert> = fc.record({
  accessClass: fc.constantFrom(...ACCESS_CLASSES),
  findingId: fc.uuid(),
  supplierNo: small,
  supplier: fc.string(),
  knownOn: day,
  recordedOn: day,
  assessedOn: maybe(day),
  isRejected: fc.boolean(),
  decidedOn: maybe(day),
  decision: maybe(fc.constantFrom("buy", "conditions", "hold", "exit")),
  protectedOn: maybe(day),
});
const owed: fc.Arbitrary<followUp.Owed> = fc.record({
  groupId: fc.uuid(),
  name: fc.string(),
  ownPart: maybe(fc.boolean()),
  borneBy: fc.constantFrom("buyer", "shared", "supplier", "unknown"),
  currency: fc.constantFrom("EUR", "KZT"),
  owed: fc.bigInt({ min: 0n, max: 1_000_000n }),
  paid: fc.bigInt({ min: 0n, max: 1_000_000n }),
});
const exit: fc.Arbitrary<followUp.Exit> = fc.record({
  on: day,
  supplier: fc.string(),
  supplierNo: maybe(fc.nat({ max: 5 })),
  contractId: maybe(fc.uuid()),
  assessed: fc.boolean(),
});
const bidder: fc.Arbitrary<followUp.BidderAtAward> = fc.record({
  checkId: fc.uuid(),
  name: fc.string(),
  openedOn: day,
  examined: fc.boolean(),
});

/** Every measure with facts of its own. */
const MEASURED: Readonly<Record<(typeof MEASURE_IDS)[number], fc.Arbitrary<Measured>>> = {
  labourFloor: fc.array(contract).map(count.labourFloor),
  employerPays: fc.array(contract).map(count.employerPays),
  payments: fc.array(payments).map((all) => count.payments(all, PERIOD)),
  leadTime: fc.array(orders).map((all) => count.leadTime(all, PERIOD)),
  lateChanges: fc.array(orders).map((all) => count.lateChanges(all, PERIOD)),
  depth: fc.array(contract).map(count.depth),
  alerts: fc.array(alert).map((all) => followUp.alerts(all, PERIOD)),
  ownRepayment: fc.array(owed).map(followUp.ownRepayment),
  exits: fc.array(exit).map((all) => followUp.exits(all, PERIOD)),
  training: fc.array(training).map((all) => count.training(all, PERIOD)),
  bidders: fc.array(bidder).map((all) => followUp.bidders(all, PERIOD)),
};

describe.each(MEASURE_IDS)("the measure %s", (id) => {
  test("has a numerator from nothing to its denominator, and names a commitment", () => {
    fc.assert(
      fc.property(MEASURED[id], ({ numerator, denominator }) => {
        expect(numerator).toBeGreaterThanOrEqual(0);
        expect(numerator).toBeLessThanOrEqual(denominator ?? 0);
      }),
    );
    expect(MEASURES[id].commitments.length).toBeGreaterThan(0);
  });
});

test("nothing told is not measured, and never zero", () => {
  const none = [
    count.labourFloor([]),
    count.employerPays([]),
    count.payments([], PERIOD),
    count.leadTime([], PERIOD),
    count.lateChanges([], PERIOD),
    count.depth([]),
    followUp.alerts([], PERIOD),
    followUp.ownRepayment([]),
    followUp.exits([], PERIOD),
    count.training([], PERIOD),
    followUp.bidders([], PERIOD),
  ];
  expect(none.map(({ denominator }) => denominator)).toEqual(MEASURE_IDS.map(() => null));
});

describe("what is unknown is never counted as done", () => {
  const forgetting = (one: count.ContractOf): count.ContractOf => ({
    ...one,
    floor: null,
    facts: one.facts && { ...one.facts, recruitment: null, depthKnown: null },
  });

  test("forgetting a fact of contracts never raises a numerator", () => {
    fc.assert(
      fc.property(fc.array(contract), (all) => {
        const less = all.map(forgetting);
        expect(count.labourFloor(less).numerator).toBe(0);
        expect(count.employerPays(less).numerator).toBe(0);
        expect(count.depth(less).numerator).toBe(0);
      }),
    );
  });

  test("an alert without one of its days is not done", () => {
    fc.assert(
      fc.property(fc.array(alert), fc.constantFrom("assessedOn", "decidedOn", "protectedOn"), (all, part) => {
        expect(followUp.alerts(all.map((one) => ({ ...one, [part]: null })), PERIOD).numerator).toBe(0);
      }),
    ); // prettier-ignore
  });

  test("a repayment whose bearer is not known is not ours", () => {
    fc.assert(
      fc.property(fc.array(owed), (all) => {
        expect(followUp.ownRepayment(all.map((one) => ({ ...one, borneBy: "unknown" }))).numerator).toBe(0);
      }),
    );
  });

  test("orders nobody counted are in neither number, and are told", () => {
    fc.assert(
      fc.property(fc.array(orders), (all) => {
        const inside = all.filter(({ contents }) => count.within(PERIOD, contents.to));
        const { denominator, further } = count.leadTime(all, PERIOD);
        const told = further.find(({ what }) => what === "uncounted")?.number ?? 0;
        expect((denominator ?? 0) + told).toBe(inside.reduce((sum, { contents }) => sum + contents.orders, 0));
      }),
    );
  });
});

test("a clause that the employer pays is told beside the price, and does not raise it", () => {
  const heavy = { labourHeavy: "yes", recruitment: "not-priced", recruitmentCost: null, currency: null, depthKnown: null, depthAllowed: null, agencies: null, agenciesAllowed: null } as const; // prettier-ignore
  const measured = count.employerPays([{ id: "1", name: "", facts: heavy, floor: null, clause: true }]);
  expect(measured).toMatchObject({ numerator: 0, denominator: 1, further: [{ what: "clause", number: 1 }] });
});

test("gaps of the floor are summed for each currency by itself, and a surplus fills no other contract's gap", () => {
  const facts = { labourHeavy: "yes", recruitment: null, recruitmentCost: null, currency: null, depthKnown: null, depthAllowed: null, agencies: null, agenciesAllowed: null } as const; // prettier-ignore
  const of = (gap: bigint, currency: string) => ({ id: String(gap), name: "", facts, floor: { gap, currency }, clause: false }); // prettier-ignore
  expect(count.labourFloor([of(-100n, "EUR"), of(900n, "EUR"), of(-5n, "KZT"), of(-1n, "EUR")])).toMatchObject({
    numerator: 4,
    denominator: 4,
    amounts: [
      { what: "gap", amount: 101n, currency: "EUR" },
      { what: "gap", amount: 5n, currency: "KZT" },
    ],
    further: [{ what: "below", number: 3 }],
  });
});

test("two trainings of the same people count once: the largest is what is sure", () => {
  const of = (on: string, people: number, outOf: number | null): EntryOf<"training"> => ({ id: on, kind: "training", contractId: null, who: null, enteredBy: "u", enteredAt: new Date(0), contents: { on, what: "x", whom: "buyers", people, outOf, hours: 2 } }); // prettier-ignore
  expect(count.training([of("2026-01-01", 8, 20), of("2026-02-01", 6, 20), of("2026-03-01", 30, null)], PERIOD)).toMatchObject({ numerator: 8, denominator: 20 }); // prettier-ignore
});

describe("a ledger", () => {
  test("is read as people copy it, and a line that cannot be read is told and never counted", () => {
    const text = "Due\tPaid\n31.01.2026\t30.01.2026\n2026-02-01;2026-02-11\n03.02.2026|\n04.02.2026,14.02.2026\nsoon\tlater 7\n"; // prettier-ignore
    const { lines, unread } = readLedger(text, "dmy");
    expect(lines).toEqual([
      { due: "2026-01-31", paid: "2026-01-30" },
      { due: "2026-02-01", paid: "2026-02-11" },
      { due: "2026-02-03", paid: null },
      { due: "2026-02-04", paid: "2026-02-14" },
    ]);
    expect(unread).toBe(1);
    expect(punctuality(lines, "2026-03-01")).toEqual({
      from: "2026-01-31",
      to: "2026-02-04",
      due: 4,
      onTime: 1,
      unpaid: 1,
      medianLate: 10,
    });
  });

  test("never counts more than was due, and an unpaid invoice is late from the day after", () => {
    const lines = fc.array(fc.record({ due: day, paid: maybe(day) }));
    fc.assert(
      fc.property(lines, day, (all, today) => {
        const counted = punctuality(all, today);
        if (counted === null) return;
        expect(counted.onTime + counted.unpaid).toBeLessThanOrEqual(counted.due);
        expect(counted.due).toBeLessThanOrEqual(all.length);
        expect(counted.to <= today).toBe(true);
        expect(BUYING_SHAPES.payments.safeParse({ ...counted, unread: 0, source: "x", sha256: "0".repeat(64) }).success).toBe(true); // prettier-ignore
      }),
    );
    expect(punctuality([{ due: "2026-03-01", paid: null }], "2026-03-01")).toBeNull();
    expect(punctuality([{ due: "2026-03-01", paid: null }], "2026-03-02")).toMatchObject({
      due: 1,
      onTime: 0,
      unpaid: 1,
    });
    expect(punctuality([{ due: "2026-03-09", paid: "2026-03-08" }], "2026-03-02")).toBeNull();
    // Paid weeks before its day: nothing of a day to come is counted, and the rest of the ledger is.
    const early = { due: "2026-03-31", paid: "2026-02-20" };
    expect(punctuality([early], "2026-03-02")).toBeNull();
    expect(punctuality([early, { due: "2026-02-01", paid: "2026-02-01" }], "2026-03-02")).toMatchObject({ to: "2026-02-01", due: 1, onTime: 1 }); // prettier-ignore
    expect(punctuality([early], "2026-03-31")).toMatchObject({ due: 1, onTime: 1 });
  });
});

test("of a contract and of an owner the newest entry counts; what was taken back counts no more", () => {
  const base = { contractId: null, enteredBy: "u", enteredAt: new Date(0), who: null };
  const owner = (id: string, name: string): BuyingEntry => ({ ...base, id, kind: "owner", contents: { measure: "payments", owner: name } }); // prettier-ignore
  const trained: BuyingEntry = { ...base, id: "t", kind: "training", contents: { on: "2026-01-01", what: "x", whom: "buyers", people: 1, outOf: null, hours: null } }; // prettier-ignore
  const back: BuyingEntry = { ...base, id: "w", kind: "withdrawn", contents: { entryId: "t", reason: "twice" } };
  expect(buyingOf([owner("1", "A"), owner("2", "B"), trained]).owners.get("payments")).toBe("B");
  expect(buyingOf([owner("1", "A"), owner("2", "")]).owners.size).toBe(0);
  expect(buyingOf([trained, back]).trainings).toEqual([]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAmount, UNIT } from "./amount";
import { counts, whyNotCounted } from "./confirmation";
import { addDays, addMonths, daysFrom, overdueDays, proposedDeadline } from "./days";
import { calendarFile } from "./ics";
import { nextDue, standingOf, stateOf, totalsOf, type Ledger } from "./ledger";
import { daysOverdue, looksAhead, moveOfAction, moveOfLedger } from "./moves";
import { medianOf, owedTo, simpleInterest, type Basis } from "./owed";

const money = fc.bigInt({ min: 0n, max: 10n ** 15n });
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2020-01-01", days));
const dated = fc.array(fc.record({ on: day, amount: money }), { maxLength: 5 });
const ledger: fc.Arbitrary<Ledger> = fc.record({
  currency: fc.constantFrom("EUR", "NPR"),
  owed: fc.option(money),
  dueOn: day,
  instalments: dated,
  payments: dated,
  confirmed: dated,
});

describe("amounts as people type them", () => {
  test.each([
    ["1500", 1500n * UNIT],
    ["1 500,25", 15_002_500n],
    ["1,234.56", 12_345_600n],
    ["1.234,56", 12_345_600n],
    ["1,234,567", 1_234_567n * UNIT],
    ["0.500", 5000n],
    ["0,0001", 1n],
    ["12'000", 12_000n * UNIT],
  ])("%s is read exactly", (text, value) => expect(readAmount(text)).toBe(value));

  test.each(["", "-5", "1,2,3", "ten", "1.00001", "1e9", "=1", "1.234.56", "9".repeat(17)])(
    "“%s” is no amount",
    (text) => expect(readAmount(text)).toBeNull(),
  );
});

describe("what is owed", () => {
  const bases = fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom("receipts", "interviews", "corridor"),
      amount: money,
      workers: fc.integer({ min: 1, max: 300 }),
    }) as fc.Arbitrary<Basis>,
    { selector: ({ kind }) => kind, maxLength: 3 },
  );

  test("it is the highest of receipts, interviews and the median of the corridor, for all workers", () => {
    // 40 workers; receipts of 10 of them show 9,000: 900 each, 36,000 for all. Told: 1,000 each. Corridor: 850.
    const found = owedTo(
      40,
      [
        { kind: "corridor", amount: 850n * UNIT, workers: 1 },
        { kind: "receipts", amount: 9000n * UNIT, workers: 10 },
        { kind: "interviews", amount: 5000n * UNIT, workers: 5 },
      ],
      null,
    );
    expect(found).toEqual({
      bases: [
        { kind: "receipts", amount: 36_000n * UNIT },
        { kind: "interviews", amount: 40_000n * UNIT },
        { kind: "corridor", amount: 34_000n * UNIT },
      ],
      basis: "interviews",
      principal: 40_000n * UNIT,
      interest: 0n,
      total: 40_000n * UNIT,
    });
  });

  test("a further source never lowers it, and more workers never do", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), bases, (workers, all) => {
        const whole = owedTo(workers, all, null).total;
        expect(owedTo(workers, all.slice(1), null).total <= whole).toBe(true);
        expect(owedTo(workers + 1, all, null).total >= whole).toBe(true);
      }),
    );
  });

  test("workers of whom no receipt is known count as the average of the others, rounded up", () => {
    expect(owedTo(3, [{ kind: "receipts", amount: 100n, workers: 2 }], null).total).toBe(150n);
    expect(owedTo(4, [{ kind: "receipts", amount: 100n, workers: 3 }], null).total).toBe(134n);
  });

  test("simple interest: 10,000 at 12 percent for 365 days is 1,200; no days, or days the wrong way round, give none", () => {
    const at = { percent: 120_000n, from: "2025-01-01", to: "2026-01-01" } as const;
    expect(simpleInterest(10_000n * UNIT, at)).toBe(1200n * UNIT);
    expect(simpleInterest(10_000n * UNIT, { ...at, to: "2025-01-01" })).toBe(0n);
    expect(simpleInterest(10_000n * UNIT, { ...at, to: "2024-01-01" })).toBe(0n);
  });

  test("interest only ever adds, and of two parts of a time it is that of the whole but for rounding", () => {
    fc.assert(
      fc.property(
        money,
        fc.bigInt({ min: 0n, max: 600_000n }),
        day,
        fc.nat(900),
        fc.nat(900),
        (principal, percent, from, a, b) => {
          const [middle, to] = [addDays(from, a), addDays(from, a + b)];
          const whole = simpleInterest(principal, { percent, from, to });
          const parts =
            simpleInterest(principal, { percent, from, to: middle }) +
            simpleInterest(principal, { percent, from: middle, to });
          expect(parts - whole === 0n || parts - whole === 1n).toBe(true);
        },
      ),
    );
  });

  test("with nothing known there is no basis and nothing is made up", () => {
    expect(owedTo(12, [], null)).toMatchObject({ basis: null, total: 0n });
  });

  test("the median of an even number of figures is the higher of the middle ones", () => {
    expect([medianOf([]), medianOf([5n]), medianOf([9n, 1n]), medianOf([3n, 9n, 1n])]).toEqual([null, 5n, 9n, 3n]);
  });
});

describe("laws of the ledger", () => {
  test("what was paid is confirmed or unconfirmed, what is owed is paid or open, and what is overdue is open", () => {
    fc.assert(
      fc.property(ledger, day, (one, today) => {
        const { owed, paid, confirmed, unconfirmed, open, overdue } = standingOf(one, today);
        expect(confirmed + unconfirmed).toBe(paid);
        expect((paid < owed ? paid : owed) + open).toBe(owed);
        expect(overdue >= 0n && overdue <= open && confirmed >= 0n && confirmed <= paid).toBe(true);
      }),
    );
  });

  test("as days go by nothing that is overdue stops being so", () => {
    fc.assert(
      fc.property(ledger, day, fc.nat(2000), (one, today, later) => {
        expect(standingOf(one, addDays(today, later)).overdue >= standingOf(one, today).overdue).toBe(true);
      }),
    );
  });

  test("a payment never makes anything more overdue, and never confirms itself", () => {
    fc.assert(
      fc.property(ledger, day, money, (one, today, amount) => {
        const before = standingOf({ ...one, confirmed: [] }, today);
        const after = standingOf({ ...one, confirmed: [], payments: [...one.payments, { on: today, amount }] }, today);
        expect(after.overdue <= before.overdue).toBe(true);
        expect(after.confirmed).toBe(0n);
        expect(after.unconfirmed).toBe(before.unconfirmed + amount);
      }),
    );
  });

  test("sums of two parts of a ledger are the sum of the whole, in each currency", () => {
    fc.assert(
      fc.property(fc.array(ledger, { maxLength: 6 }), fc.nat(6), day, (all, at, today) => {
        const [whole, first, rest] = [all, all.slice(0, at), all.slice(at)].map((some) => totalsOf(some, today)) as [
          ReturnType<typeof totalsOf>,
          ReturnType<typeof totalsOf>,
          ReturnType<typeof totalsOf>,
        ];
        for (const [currency, total] of whole)
          for (const part of ["owed", "paid", "confirmed", "unconfirmed", "open", "overdue"] as const)
            expect((first.get(currency)?.[part] ?? 0n) + (rest.get(currency)?.[part] ?? 0n)).toBe(total[part]);
        expect([...whole.keys()]).toEqual([...new Set(all.map(({ currency }) => currency))].sort());
      }),
    );
  });

  test("a group is repaid only when all of what is owed is confirmed", () => {
    const one = { currency: "EUR", owed: 100n, dueOn: "2026-06-01", instalments: [], confirmed: [] } as const;
    const payments = [{ on: "2026-05-01", amount: 100n }];
    const states = [
      stateOf({ ...one, owed: null, payments: [] }, "2026-05-02"),
      stateOf({ ...one, payments: [] }, "2026-06-01"),
      stateOf({ ...one, payments: [] }, "2026-06-02"),
      stateOf({ ...one, payments }, "2026-06-02"),
      stateOf({ ...one, payments, confirmed: [{ on: "2026-05-03", amount: 99n }] }, "2026-06-02"),
      stateOf({ ...one, payments, confirmed: [{ on: "2026-05-03", amount: 100n }] }, "2026-06-02"),
    ];
    expect(states).toEqual(["uncounted", "due", "overdue", "unconfirmed", "unconfirmed", "confirmed"]);
    expect(states.map(moveOfLedger)).toEqual(["ours", "theirs", "theirs", "ours", "ours", "nobody"]);
  });

  test("an instalment that was due is overdue alone; the next one is what is due next", () => {
    const one: Ledger = {
      currency: "EUR",
      owed: 90n,
      dueOn: "2026-09-01",
      instalments: [
        { on: "2026-08-01", amount: 30n },
        { on: "2026-07-01", amount: 30n },
      ],
      payments: [],
      confirmed: [],
    };
    expect(standingOf(one, "2026-07-15").overdue).toBe(30n);
    expect(nextDue(one, "2026-07-15")).toEqual({ on: "2026-07-01", amount: 30n });
    const paid = { ...one, payments: [{ on: "2026-07-02", amount: 40n }] };
    expect(nextDue(paid, "2026-07-15")).toEqual({ on: "2026-08-01", amount: 20n });
    expect(nextDue({ ...one, payments: [{ on: "2026-07-02", amount: 60n }] }, "2026-07-15")).toEqual({
      on: "2026-09-01",
      amount: 30n,
    });
    expect(nextDue({ ...one, payments: [{ on: "2026-07-02", amount: 90n }] }, "2026-07-15")).toBeNull();
  });
});

test.each([
  ["a union that workers accepted, in private", "union", "workers", true, null],
  ["an NGO that the union accepted, in private", "ngo", "union", true, null],
  ["a signature the supplier collected", "supplier", "workers", true, "party"],
  ["a list the recruiter signed", "recruiter", "union", true, "party"],
  ["an auditor nobody among the workers accepted", "auditor", "nobody", true, "accepted"],
  ["a union, asked before the manager", "union", "workers", false, "private"],
] as const)("%s: counts only when nothing speaks against it", (_, party, acceptedBy, inPrivate, why) => {
  expect(whyNotCounted({ party, acceptedBy, inPrivate })).toBe(why);
  expect(counts({ party, acceptedBy, inPrivate })).toBe(why === null);
});

describe("days", () => {
  test("90 days are proposed, the day something is due is not overdue, and no day is never overdue", () => {
    expect(proposedDeadline("2026-11-28")).toBe("2027-02-26");
    expect([overdueDays("2026-11-28", "2026-11-28"), overdueDays("2026-11-27", "2026-11-28"), overdueDays(null, "2026-11-28")]).toEqual([0, 1, 0]); // prettier-ignore
  });

  test("days overdue grow by one a day and never fall", () => {
    fc.assert(
      fc.property(day, day, (due, today) => {
        const [now, next] = [overdueDays(due, today), overdueDays(due, addDays(today, 1))];
        expect(next - now).toBe(today >= due ? 1 : 0);
      }),
    );
  });

  test("a month later is the same day, or the last of a shorter month", () => {
    expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
    expect(addMonths("2026-01-15", 12)).toBe("2027-01-15");
    expect(daysFrom("2026-02-28", "2026-03-01")).toBe(1);
  });
});

describe("whose move it is", () => {
  const one = { state: "planned", dueOn: "2026-03-01", doneOn: null, looked: [] } as const;

  test("a supplier works, then somebody here looks; what failed is ours to decide about", () => {
    const states = ["planned", "under-way", "done", "verified", "not-achieved"] as const;
    expect(states.map((state) => moveOfAction({ ...one, state }, false))).toEqual(["theirs", "theirs", "ours", "nobody", "ours"]); // prettier-ignore
    expect(moveOfAction({ ...one, state: "verified" }, true)).toBe("ours");
  });

  test("only what the supplier has not done is overdue", () => {
    expect(daysOverdue(one, "2026-03-11")).toBe(10);
    expect(daysOverdue({ ...one, state: "done" }, "2026-03-11")).toBe(0);
  });

  test("looks for reprisals are proposed 3 and 12 months after the work was done, until each is noted", () => {
    expect(looksAhead(one)).toEqual([]);
    expect(looksAhead({ doneOn: "2026-03-31", looked: [] })).toEqual([
      { kind: "reprisal-3", on: "2026-06-30" },
      { kind: "reprisal-12", on: "2027-03-31" },
    ]);
    expect(looksAhead({ doneOn: "2026-03-31", looked: ["reprisal-3"] })).toEqual([{ kind: "reprisal-12", on: "2027-03-31" }]); // prettier-ignore
  });
});

describe("the calendar file", () => {
  const now = new Date("2026-11-28T05:00:00Z");
  const file = (summary: string) => calendarFile("Follow-up", [{ uid: "a@x", on: "2026-12-31", summary, url: "https://x/a" }], now); // prettier-ignore

  test("a day is a whole day that ends with the next", () => {
    const text = file("Due");
    expect(text).toContain("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n");
    expect(text).toContain("DTSTAMP:20261128T050000Z\r\n");
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  });

  test("whatever a summary says, no line is longer than 75 octets, none is added, and the text is whole again unfolded", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (summary) => {
        const text = file(`${summary}END:VEVENT`);
        const lines = text.split("\r\n");
        expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
        expect(lines.filter((line) => line === "END:VEVENT")).toHaveLength(1);
        const unfolded = text.replaceAll("\r\n ", "");
        const told = /\r\nSUMMARY:(.*)END:VEVENT\r\n/u.exec(unfolded)?.[1];
        const plain = summary.replaceAll(/\r\n|\r|\n/gu, "\n");
        expect(told?.replaceAll(/\\([n\\;,])/gu, (_, sign: string) => (sign === "n" ? "\n" : sign))).toBe(
          plain.replaceAll(/(?!\n)\p{Cc}/gu, " "),
        );
      }),
    );
  });
});

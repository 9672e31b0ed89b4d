import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MODELS } from "../../risk-models";
import { workKindOf } from "../../risk-models/sector";
import { groupOf, purposeKey, sectorTextOf } from "./group-key";
import { LABOUR_KINDS, labourKindOf, suggestedRole } from "./labour-heavy";
import { distance, nearest, notSellerWord, propose } from "./propose";
import {
  choicesTo,
  mainCurrencyOf,
  plus,
  settlementOf,
  type CountedGroup,
  type CountedPayee,
  type InForce,
  type Sum,
} from "./settlement";
import { GroupTotals, type CountedRow } from "./group-totals";

const row = (given: Partial<Parameters<typeof groupOf>[0]>) => ({
  accountName: "",
  accountCode: "",
  sector: "",
  product: "",
  ...given,
});

describe("the group of a row", () => {
  test("is its account by name, else by code, else its category, its purpose, or what it was read as", () => {
    const all = row({ accountName: "Planned Repairs", accountCode: "4010", sector: "Premises", product: "gutters" });
    expect(groupOf(all, "81").key).toBe("account:planned repairs");
    expect(groupOf({ ...all, accountName: "" }, "81").key).toBe("account:4010");
    expect(groupOf({ ...all, accountName: "", accountCode: "" }, "81").key).toBe("category:premises");
    expect(groupOf(row({ product: "gutters" }), "81").key).toBe("purpose:gutters");
    expect(groupOf(row({}), "8121").key).toBe("sector:81");
    expect(groupOf(row({}), null)).toMatchObject({ key: "none", kind: "none", label: "" });
  });

  test("is the same for spellings of one account, and keeps the text as it was met first", () => {
    expect(groupOf(row({ accountCode: "  Fuel/Oil " }), null)).toBe(groupOf(row({ accountCode: "  Fuel/Oil " }), null));
    expect(groupOf(row({ accountCode: "FUEL OIL" }), null).key).toBe(
      groupOf(row({ accountCode: "Fuel/Oil" }), null).key,
    );
    expect(groupOf(row({ accountCode: "Fuel/Oil" }), null).label).toBe("Fuel/Oil");
  });

  test("of a purpose leaves out dates, references and amounts", () => {
    expect(purposeKey("MONTHLY LAND SEARCH CHARGES NOVEMBER 2016")).toBe("monthly land search charges");
    expect(purposeKey("Agency staff W/E 08/01/2026")).toBe("agency staff w e");
    expect(purposeKey("Услуги уборки за январь 2026 г., счёт №17")).toBe("услуги уборки за г счет");
    expect(purposeKey("237540/1")).toBe("");
    expect(groupOf(row({ product: "237540/1" }), null).key).toBe("none");
  });

  test("is never empty and never longer than a key may be, whatever stands in the cells", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (account, purpose) => {
        const { key } = groupOf(row({ accountName: account, product: purpose }), null);
        expect(key.length).toBeGreaterThan(0);
        expect(key.length).toBeLessThan(140);
      }),
    );
  });

  test("is no unknown text again: only a code, or a purpose beside an account, is one", () => {
    const cells = { isic: "", nace: "", hs: "999999", cpv: "", product: "zzqx" };
    const byAccount = groupOf(row({ accountName: "Equipment" }), null);
    expect(sectorTextOf(cells, byAccount)).toBe("999999");
    expect(sectorTextOf({ ...cells, hs: "" }, byAccount)).toBe("zzqx");
    expect(sectorTextOf({ ...cells, hs: "" }, groupOf(row({ product: "zzqx" }), null))).toBeNull();
  });
});

describe("what is proposed", () => {
  test("names payments that buy nothing by a word of their text, and not works that a grant pays for", () => {
    expect(notSellerWord("Council Tax Refunds")?.kind).toBe("taxes");
    expect(notSellerWord("Grants to Vol Organisations")).toEqual({ kind: "grants", word: "grants" });
    expect(notSellerWord("Mand Disabled Facilities Grants")).toBeNull();
    expect(notSellerWord("Foster Carers Allowances")?.kind).toBe("natural-persons");
    expect(notSellerWord("НДФЛ за сотрудников")?.kind).toBe("taxes");
    expect(notSellerWord("Planned Repairs")).toBeNull();
    expect(notSellerWord("Grant Thornton Ltd", true)).toBeNull();
  });

  test("comes from the text first, from most of the rows else, and from too few rows not at all", () => {
    const cleaning = { isic: "8121", goods: [] };
    expect(propose("Cleaning", cleaning, null)).toMatchObject({ why: "label", labour: "cleaning" });
    expect(propose("Contract 7", null, { ...cleaning, share: 0.8 })).toMatchObject({ why: "rows", sector: cleaning });
    expect(propose("Contract 7", null, { ...cleaning, share: 0.2 })).toMatchObject({
      why: null,
      sector: null,
      role: null,
    });
  });

  test("labour providers and every labour-heavy service of the model have a name, and nothing else does", () => {
    const model = MODELS.at(-1)!;
    const kindOf = workKindOf(model);
    for (const division of Array.from({ length: 99 }, (_, at) => String(at + 1).padStart(2, "0"))) {
      const heavy = ["labour-provider", "labour-heavy-service"].includes(kindOf(division, "unknown"));
      expect([division, labourKindOf(division) !== null]).toEqual([division, heavy]);
    }
    for (const code of ["9601", "813", "016"]) {
      expect(kindOf(code, "unknown")).toBe("labour-heavy-service");
      expect(LABOUR_KINDS).toContain(labourKindOf(code));
    }
  });

  test("never makes a maker of a seller of goods", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (division) => {
        expect(suggestedRole(String(division).padStart(2, "0"))).not.toBe("maker");
      }),
    );
    expect([suggestedRole("78"), suggestedRole("4690"), suggestedRole("8121"), suggestedRole("1410")]).toEqual([
      "labour-provider",
      "trader",
      "service-on-our-premises",
      null,
    ]);
  });

  test("of a misspelt country is the nearest name, unless two are as near or none is", () => {
    const names = [
      { code: "VN", name: "Vietnam" },
      { code: "NE", name: "Niger" },
      { code: "NG", name: "Nigeria" },
      { code: "IE", name: "Ireland" },
      { code: "IS", name: "Iceland" },
    ];
    expect(nearest("Vietnamm", names)).toBe("VN");
    expect(nearest("Ieland", [names[3]!, names[4]!])).toBeNull();
    expect(nearest("Atlantis", names)).toBeNull();
    expect(nearest("xy", names)).toBeNull();
    expect(distance("kitten", "sitting", 9)).toBe(3);
  });
});

const euros = (rows: number, amount: number): Sum => ({ rows, amounts: { EUR: BigInt(amount) } });
const nothing: Sum = { rows: 0, amounts: {} };

const anySum = fc.record({ rows: fc.nat(1000), amount: fc.integer({ min: -1e9, max: 1e12 }) });
const anyGroups = fc.array(fc.tuple(anySum, anySum, anySum), { minLength: 1, maxLength: 8 }).map((sums) =>
  sums.map(([open, known, aside], no): CountedGroup => ({
    no,
    key: `g${no}`,
    open: euros(open.rows, open.amount),
    known: euros(known.rows, known.amount),
    aside: euros(aside.rows, aside.amount),
  })),
);
const saying = (scope: InForce["scope"], key: string, notSeller: boolean): InForce => ({
  scope,
  key,
  decision: notSeller ? { notSeller: "taxes" } : { sector: { isic: "81", goods: [], words: "" } },
});

describe("what is settled", () => {
  test("and what is not is always the whole list, whatever was decided about groups and payees", () => {
    fc.assert(
      fc.property(anyGroups, fc.array(fc.tuple(fc.nat(9), fc.boolean())), fc.nat(7), (groups, decided, of) => {
        const first = groups[of % groups.length]!;
        const half = { rows: Math.floor(first.open.rows / 2), amounts: { EUR: first.open.amounts["EUR"]! / 2n } };
        const payees: CountedPayee[] = [{ key: "p", parts: [{ group: first.no, known: false, ...half }] }];
        const decisions = decided.map(([no, aside]) =>
          no === 9 ? saying("payee", "p", aside) : saying("group", `g${no}`, aside),
        );
        const latest = [...new Map(decisions.map((one) => [`${one.scope}${one.key}`, one])).values()];
        const found = settlementOf(groups, payees, latest);
        const whole = groups.reduce(
          (sum, { open, known, aside }) => plus(plus(plus(sum, open), known), aside),
          nothing,
        );
        expect(found.total).toEqual(whole);
        const by = [...found.settledBy.values()].reduce((sum, one) => plus(sum, one), nothing);
        expect(by.rows).toBe(found.decided.rows + found.notSellers.rows);
      }),
    );
  });

  test("counts a payee's rows for its own decision, not for its group's", () => {
    const groups = [{ no: 0, key: "g", open: euros(5, 500), known: nothing, aside: nothing }];
    const payees = [{ key: "p", parts: [{ group: 0, known: false, ...euros(2, 300) }] }];
    const both = settlementOf(groups, payees, [saying("group", "g", false), saying("payee", "p", true)]);
    expect(both).toMatchObject({ decided: euros(3, 200), notSellers: euros(2, 300) });
    const alone = settlementOf(groups, payees, [saying("payee", "p", true)]);
    expect(alone.openOf.get(0)).toEqual(euros(3, 200));
  });

  test("a place alone settles nothing", () => {
    const groups = [{ no: 0, key: "g", open: euros(5, 500), known: nothing, aside: nothing }];
    const placed: InForce = { scope: "group", key: "g", decision: { placeOfWork: "DE" } };
    expect(settlementOf(groups, [], [placed]).open).toEqual(euros(5, 500));
  });

  test("further choices to a goal are counted largest first, and not at all where they do not lead there", () => {
    expect(choicesTo(0.9, 0.1, [0.1, 0.5, 0.35])).toBe(2);
    expect(choicesTo(0.9, 0.95, [0.05])).toBe(0);
    expect(choicesTo(0.9, 0.1, [0.2, -0.1])).toBeNull();
  });

  test("the main currency is the one of most rows", () => {
    const group = (no: number, currency: string, rows: number): CountedGroup => ({
      no,
      key: String(no),
      open: { rows, amounts: { [currency]: 1n } },
      known: nothing,
      aside: nothing,
    });
    expect(mainCurrencyOf([group(0, "EUR", 3), group(1, "USD", 9), group(2, "EUR", 4)])).toBe("USD");
    expect(mainCurrencyOf([])).toBe("");
  });
});

describe("group totals", () => {
  const group = (key: string) => ({ key, kind: "account" as const, label: key });
  const counted = (given: Partial<CountedRow>): CountedRow => ({
    group: group("a"),
    known: false,
    guess: null,
    payee: { name: "Mill", nameKey: "mill" },
    amount: 10,
    currency: "EUR",
    supplier: 0,
    payeeDecided: false,
    hideName: false,
    ...given,
  });

  test("a payee in several groups has a part in each, and the parts are all its rows", () => {
    const totals = new GroupTotals();
    totals.add(counted({ amount: 10 }));
    totals.add(counted({ group: group("b"), amount: 5 }));
    totals.add(counted({ group: group("b"), amount: 7 }));
    expect(totals.partsOf(0, 3, { EUR: "22" })).toEqual([
      { group: 0, known: false, rows: 1, amounts: { EUR: "10" } },
      { group: 1, known: false, rows: 2, amounts: { EUR: "12" } },
    ]);
    expect(totals.totals().map(({ suppliers }) => suppliers)).toEqual([1, 1]);
  });

  test("a row that a decision sets aside counts in its group as before, each payee once", () => {
    const totals = new GroupTotals();
    totals.add(counted({ supplier: -1 }));
    totals.add(counted({ supplier: -1 }));
    expect(totals.totals()).toMatchObject([{ suppliers: 1, open: { rows: 2, amounts: { EUR: "20" } } }]);
  });

  test("names at most five payees, those with the largest payments, and none that is hidden", () => {
    const totals = new GroupTotals();
    for (let at = 0; at < 9; at++)
      totals.add(counted({ payee: { name: `P${at}`, nameKey: `p${at}` }, supplier: at, amount: at }));
    totals.add(
      counted({ payee: { name: "Ann Person", nameKey: "ann person" }, supplier: 20, amount: 99, hideName: true }),
    );
    expect(totals.totals()[0]!.samples).toEqual(["P8", "P7", "P6", "P5", "P4"]);
  });
});

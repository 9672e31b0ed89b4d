/** Spend at stake: every currency, the share of each part, and what counts as under due diligence. */
import { expect, test } from "vitest";
import { spendAtStake } from "../../app/services/reports/fill/demand-facts.server";
import type { SharedFacts } from "../../app/services/reports/fill/shared-facts.server";
import type { Standing } from "../../app/services/reports/fill/standing.server";

const MILLION = 1_000_000n * 10_000n;
/** Of a list of three suppliers: 1.2 million euros, three million dollars, and one supplier that answered. */
const shared = {
  until: null,
  list: () =>
    Promise.resolve({
      numbers: {
        suppliers: 3,
        bands: [{ band: "high", suppliers: 2, spend: String((MILLION * 9n) / 10n) }],
        spend: { currency: "EUR", total: String((MILLION * 12n) / 10n), suppliers: 2, others: [{ currency: "USD", amount: String(MILLION * 3n) }] }, // prettier-ignore
      },
    }),
  answers: () =>
    Promise.resolve({ answers: new Map(), lines: [{ supplierNo: 1, amounts: JSON.stringify({ EUR: [String((MILLION * 3n) / 10n), "0"] }) }] }), // prettier-ignore
  lines: () => Promise.resolve(new Map()),
} as unknown as SharedFacts;
const nothing = { actions: [], decisions: [] } as unknown as Standing;

test("sums in every currency are told, each part has its share, and answered or acted on is under due diligence", async () => {
  const { values, tables } = await spendAtStake(shared, nothing);
  expect(values).toEqual([
    { is: "money", amount: String((MILLION * 12n) / 10n), currency: "EUR" },
    { is: "money", amount: String(MILLION * 3n), currency: "USD" },
  ]);
  const told = Object.fromEntries(
    tables!["stake"]!.rows.map(([part, , suppliers, , ofSpend]) => [
      part?.is === "code" ? part.code : "",
      [suppliers?.is === "share" ? `${suppliers.part}/${suppliers.whole}` : null, ofSpend?.is === "code" ? ofSpend.code : null], // prettier-ignore
    ]),
  );
  expect(told).toEqual({ all: ["3/3", "1"], high: ["2/3", "0.75"], looked: ["1/3", "0.25"], acted: ["0/3", "0"], either: ["1/3", "0.25"] }); // prettier-ignore
  // Who may not read actions and decisions is told nothing of them.
  const closed = await spendAtStake(shared, null);
  expect(closed.tables!["stake"]!.rows).toHaveLength(3);
});

import { describe, expect, test } from "vitest";
import { RecruitmentFacts, WorkforceFacts } from "../../risk-models/facts";
import { checker, codesOf, one } from "./test-tables";

describe("labour columns", () => {
  const headers = [
    "Supplier",
    "Workers recruited",
    "Recruited from",
    "Recruited by",
    "Employer recruitment cost (USD)",
    "Passports held by",
    "Workers repaid",
    "Amount repaid USD",
    "Uses labour agents",
    "Fees paid by workers",
    "Average fee (USD)",
    "Deposits held",
    "Passport retention",
    "Grievance mechanism",
    "Proof of fees paid by workers",
    "Workers",
    "% Migrant Workers",
    "% Female Workers",
  ];
  const countries: Record<string, string> = { Nepal: "NP", Bangladesh: "BD" };
  const setup = { countryCode: (text: string) => countries[text] ?? (/^[A-Z]{2}$/.test(text) ? text : null) };
  const check = checker(
    headers,
    [
      [
        "A Ltd",
        "40",
        "Nepal",
        "agency",
        "1",
        "worker",
        "1",
        "1",
        "yes",
        "no",
        "1",
        "no",
        "no",
        "yes",
        "policy",
        "100",
        "0.62",
        "0.4",
      ],
    ],
    setup,
  );

  test("the core questions a list can carry become facts that pass the engine's schema", () => {
    const row = check.check([
      "B Ltd",
      "40",
      "Nepal; Bangladesh",
      "licensed agency",
      "52,000.00",
      "the employer",
      "10",
      "$12,000",
      "Y",
      "да",
      "1,300",
      "нет",
      "否",
      "partial",
      "invoices for each hire",
      "120",
      "0.62",
      "71.0%",
    ]);
    expect(row.recruitment).toEqual({
      workersRecruited: 40, recruitedFrom: ["NP", "BD"], recruiter: "licensed-agent", employerCostTotalUsd: 52_000, papersHeldBy: "employer", workersRepaid: 10, amountRepaidUsd: 12_000, usesLabourAgents: "yes", feesPaidByWorkers: "yes", feePerWorkerUsd: 1300, depositsHeld: "no", passportRetention: "no", proof: { feesPaidByWorkers: "invoices" },
    }); // prettier-ignore
    expect(row.workforce).toEqual({ workers: 120, migrantShare: 0.62, womenShare: 0.71 });
    expect(RecruitmentFacts.safeParse(row.recruitment).success).toBe(true);
    expect(WorkforceFacts.safeParse(row.workforce).success).toBe(true);
  });

  test("what is blank, unknown or unreadable is unknown and never a no", () => {
    const row = check.check([
      "C Ltd",
      "",
      "",
      "unknown",
      "",
      "",
      "",
      "",
      "unknown",
      "",
      "",
      "perhaps",
      "",
      "n/a",
      "",
      "",
      "",
      "",
    ]);
    expect([row.recruitment, row.workforce]).toEqual([null, null]);
    expect(row.issues).toEqual([{ code: "answer.unreadable", field: "depositsHeld", found: "perhaps" }]);
  });

  test("money in another currency is not used and nothing is converted", () => {
    const row = one(["Supplier", "Average fee (BDT)"], ["A Ltd", "417000"]);
    expect([row.recruitment, codesOf(row)]).toEqual([null, ["money.not-usd"]]);
    expect(codesOf(one(["Supplier", "Average recruitment fee"], ["A Ltd", "417"]))).toEqual(["money.not-usd"]);
    expect(one(["Supplier", "Average recruitment fee"], ["A Ltd", "USD 417"]).recruitment).toEqual({
      feePerWorkerUsd: 417,
    });
  });

  test("numbers of migrant workers become a share of the workers", () => {
    const counting = checker(
      ["Supplier", "Total Workers", "Migrant Workers"],
      [
        ["A Ltd", "400", "150"],
        ["B Ltd", "900", "350"],
        ["C Ltd", "50", "20"],
      ],
    );
    expect(counting.check(["D Ltd", "200", "50"]).workforce).toEqual({ workers: 200, migrantShare: 0.25 });
    const impossible = counting.check(["E Ltd", "20", "50"]);
    expect([impossible.workforce, codesOf(impossible)]).toEqual([{ workers: 20 }, ["share.no-total"]]);
  });
});

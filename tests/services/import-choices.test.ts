/** What a person chooses about how a list is read, and what is said about it: reading, memory, ledger, differences. */
import { text } from "node:stream/consumers";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { auditTrail } from "../../db/queries/audit";
import { listDifferences } from "../../db/queries/kept";
import { chooseSettings, takeProposal } from "../../app/services/imports/choose-settings.server";
import { findImport } from "../../app/services/imports/import-record.server";
import { exportDifferences } from "../../app/services/imports/list-differences.server";
import { confirmImport } from "../../app/services/imports/publish-import.server";
import { readingSamples } from "../../app/services/imports/reading-samples";
import { stateLedgerTotals } from "../../app/services/imports/state-ledger-totals.server";
import { aDatabase, A_DAY, aFolder, aWorkspace, scopeOf } from "../builders";
import { importSteps, linesByName, type Steps } from "./import-steps";

const folder = aFolder();
afterAll(() => folder.remove());

let db: Database;
let scope: Scope;
let steps: Steps;
beforeEach(async () => {
  db = await aDatabase();
  scope = scopeOf(await aWorkspace(db));
  steps = importSteps(db, folder.path, () => A_DAY);
});

const PAYMENTS = `Payee,Payment date,Amount (EUR),Purpose
Alder Ltd,03/04/2026,1.250,window cleaning
Birch Ltd,05/06/2026,2.500,stationery
`;

describe("numbers and dates", () => {
  test("are read as chosen", async () => {
    const amounts = async (decimal: "." | "," | null) => {
      const { generation } = await steps.preview(scope, PAYMENTS, { decimal });
      return (await linesByName(db, scope, generation!)).get("Alder Ltd")?.spendMain;
    };
    expect([await amounts("."), await amounts(",")]).toEqual([1.25, 1250]);
    const dates = async (dateOrder: "dmy" | "mdy") => {
      const { inspection } = await steps.preview(scope, PAYMENTS, { dateOrder });
      return inspection?.proposal.dateOrder;
    };
    expect([await dates("dmy"), await dates("mdy")]).toEqual(["dmy", "mdy"]);
  });

  test("show what each choice makes of the file's values, the doubtful ones first", async () => {
    const { inspection } = await steps.preview(
      scope,
      PAYMENTS.replace("Alder Ltd,03/04/2026,1.250", "Alder Ltd,2026-04-03,10.50").replace("Payee", "Payee"),
    );
    const { amounts, dates } = readingSamples(inspection!.file.sample, inspection!.proposal);
    expect(amounts).toEqual([
      { cell: "2.500", readings: [25_000, 25_000_000] },
      { cell: "10.50", readings: [105_000, 105_000] },
    ]);
    expect(dates).toEqual([
      { cell: "05/06/2026", readings: ["2026-06-05", "2026-05-06", "2026-06-05"] },
      { cell: "2026-04-03", readings: ["2026-04-03", "2026-04-03", "2026-04-03"] },
    ]);
  });

  test("of a list whose columns were chosen are decided on those columns", async () => {
    const list = "Wer;Wieviel\nAlder GmbH;1.234,50\nBirke GmbH;2.000,25\n";
    const { generation } = await steps.preview(scope, list, { mapping: { name: 0, amount: 1 } });
    expect((await linesByName(db, scope, generation!)).get("Birke GmbH")?.spendMain).toBe(2000.25);
  });
});

test("a column that is not there is left aside and breaks nothing", async () => {
  const { state, summary } = await steps.preview(scope, PAYMENTS, { mapping: { name: 0, amount: 40 } });
  expect(state).toBe("preview");
  expect(summary?.totals).toEqual([]);
});

test("a list without a recognised name column waits for a person to choose it", async () => {
  const id = await steps.upload(scope, "Alpha;Beta\n12;13\n14;15\n");
  const record = await steps.inspect(scope, id);
  expect(record).toMatchObject({ state: "mapping", inspection: { proposal: { mapping: {} } } });
  await expect(chooseSettings(db, scope, id, record.settings, A_DAY)).rejects.toMatchObject({
    code: "mapping.no-name",
  });
});

describe("the reading of a header set", () => {
  const OTHER_ORDER = `Purpose,Amount (EUR),Payment date,Payee
catering,7,07/08/2026,Cedar Ltd
cleaning,8,08/08/2026,Dogwood Ltd
`;
  const chosen = {
    mapping: { name: 0, date: 1, amount: 2, sector: 3 },
    decimal: ",",
    dateOrder: "mdy",
    country: "NO",
    product: "cleaning",
  } as const;
  const upload = async (list: string) => steps.inspect(scope, await steps.upload(scope, list));

  test("is remembered, and taken for the next file with the same headers in whatever order", async () => {
    const first = await steps.preview(scope, PAYMENTS, chosen);
    const next = await upload(OTHER_ORDER);
    expect(next.settings).toMatchObject({ ...chosen, mapping: { name: 3, date: 2, amount: 1, sector: 0 } });
    expect(next.settings.readAs).toBe(first.id);
    expect(next.inspection?.proposal).toMatchObject({
      mapping: { name: 3, date: 2, amount: 1, sector: 0 },
      dateOrder: "mdy",
      numberFormat: { decimal: "," },
    });
  });

  test("is left aside in one step, and stays remembered until another is chosen", async () => {
    await steps.preview(scope, PAYMENTS, chosen);
    const { id } = await upload(PAYMENTS);
    await takeProposal(db, scope, id, A_DAY);
    const own = await findImport(db, scope, id);
    expect(own).toMatchObject({ state: "mapping", settings: { readAs: null, country: null, decimal: null } });
    expect(own.inspection?.proposal.mapping).toMatchObject({ name: 0, product: 3 });
    expect((await upload(PAYMENTS)).settings.country).toBe("NO");
    await steps.build(scope, id, { ...own.settings });
    expect((await upload(PAYMENTS)).settings).toMatchObject({ country: null, decimal: null });
  });

  test("is not taken for other headers, nor for another workspace", async () => {
    await steps.preview(scope, PAYMENTS, chosen);
    expect((await upload(PAYMENTS.replace("Purpose", "Description"))).settings.readAs).toBeNull();
    scope = scopeOf(await aWorkspace(db));
    expect((await upload(PAYMENTS)).settings.readAs).toBeNull();
  });

  test("is found again once the header row was chosen", async () => {
    await steps.preview(scope, PAYMENTS, chosen);
    const { id, settings } = await upload(`Ledger of May\n\n${PAYMENTS}`);
    await chooseSettings(db, scope, id, { ...settings, header: "none", mapping: null, readAs: null }, A_DAY);
    expect((await findImport(db, scope, id)).settings.readAs).toBeNull();
    const none = await findImport(db, scope, id);
    await chooseSettings(db, scope, id, { ...none.settings, header: 2 }, A_DAY);
    expect((await findImport(db, scope, id)).settings).toMatchObject({ country: "NO", mapping: { name: 0 } });
  });
});

describe("the general ledger's total", () => {
  const LEDGER = `Payee,Payment date,Amount,Currency,Purpose
Alder Ltd,2026-01-05,1000.10,EUR,cleaning
Birch Ltd,2026-01-06,50.25,EUR,stationery
Cedar Ltd,2026-01-06,7,GBP,stationery
`;

  test("is said by currency, its difference goes into the summary and the chain", async () => {
    const { id } = await steps.preview(scope, LEDGER);
    await stateLedgerTotals(db, scope, id, { EUR: " 1,050.30 ", GBP: "7.00" }, A_DAY);
    await confirmImport(db, scope, id, A_DAY);
    const lines = [
      { currency: "EUR", file: "10503500", stated: "10503000", difference: "-500" },
      { currency: "GBP", file: "70000", stated: "70000", difference: "0" },
    ];
    expect((await findImport(db, scope, id)).summary?.ledger).toEqual(lines);
    const [published, stated] = await auditTrail(db, scope, { limit: 2 });
    expect([published?.name, stated?.name]).toEqual(["import.published", "import.ledger-total-stated"]);
    expect(JSON.parse(published!.contents!)).toMatchObject({ summary: { ledger: lines } });
    expect(JSON.parse(stated!.contents!)).toMatchObject({
      totals: [
        { currency: "EUR", stated: "10503000" },
        { currency: "GBP", stated: "70000" },
      ],
    });
  });

  test("is exact however large, and stays when the list is built again", async () => {
    const { id, settings } = await steps.preview(scope, LEDGER);
    await stateLedgerTotals(db, scope, id, { EUR: "123,456,789,012,345,678.91" }, A_DAY);
    const stated = (await findImport(db, scope, id)).settings;
    expect(stated.ledgerTotals).toEqual({ EUR: "1234567890123456789100" });
    await steps.build(scope, id, { ...stated, country: "NO" });
    expect((await findImport(db, scope, id)).settings.ledgerTotals).toEqual(stated.ledgerTotals);
    expect(settings.ledgerTotals).toEqual({});
  });

  test("is taken back by an empty field; what is no amount is refused with a sentence and changes nothing", async () => {
    const { id } = await steps.preview(scope, LEDGER);
    await stateLedgerTotals(db, scope, id, { EUR: "5", GBP: "6" }, A_DAY);
    await expect(stateLedgerTotals(db, scope, id, { EUR: "", GBP: "about 6" }, A_DAY)).rejects.toMatchObject({
      code: "ledger.unreadable",
      status: 422,
    });
    expect((await findImport(db, scope, id)).settings.ledgerTotals).toEqual({ EUR: "50000", GBP: "60000" });
    await stateLedgerTotals(db, scope, id, { EUR: "" }, A_DAY);
    expect((await findImport(db, scope, id)).settings.ledgerTotals).toEqual({ GBP: "60000" });
  });
});

describe("the difference to the list before", () => {
  const LIST = `Supplier no.,Supplier name,Country,Product
1,Alder Mill,Turkey,cotton yarn
2,Birch Foods,Poland,catering
3,Cedar Works,Viet Nam,garments
`;
  const NEXT = LIST.replace("1,Alder Mill", "1,Alder Spinning Mill")
    .replace("catering", "cleaning")
    .replace(/3,Cedar.*\n/, "4,Dogwood,India,bricks\n");

  test("names who is new, gone, changed and renamed, and what changed", async () => {
    await steps.publish(scope, LIST);
    const { generation } = await steps.preview(scope, NEXT);
    const named = async (kind: "new" | "gone" | "changed" | "renamed") =>
      (await listDifferences(db, scope, generation!, kind)).map(({ name, oldName, columns }) => [
        name,
        oldName,
        columns,
      ]);
    expect(await named("new")).toEqual([["Dogwood", null, null]]);
    expect(await named("gone")).toEqual([["Cedar Works", null, null]]);
    expect(await named("renamed")).toEqual([["Alder Spinning Mill", "Alder Mill", null]]);
    expect(await named("changed")).toEqual([
      ["Alder Spinning Mill", "Alder Mill", "name"],
      ["Birch Foods", null, expect.stringMatching(/^isic\|.*product$/)],
    ]);
  });

  test("can be taken away whole, of one kind or of all, also after it was published", async () => {
    await steps.publish(scope, LIST);
    const { id } = await steps.publish(scope, NEXT);
    const rows = async (kind: "gone" | null) =>
      (await text((await exportDifferences(db, scope, id, kind)).stream)).replace("\ufeff", "").trim().split("\r\n");
    expect(await rows("gone")).toEqual(["difference,name,name_before,changed", "gone,Cedar Works,,"]);
    expect(await rows(null)).toHaveLength(6);
  });

  test("of more than 200 names the first and counts all", async () => {
    const many = (from: number) =>
      `Supplier name,Country\n${Array.from({ length: 250 }, (_, i) => `Mill ${from + i},Norway`).join("\n")}\n`;
    await steps.publish(scope, many(1));
    const { generation, summary, id } = await steps.preview(scope, many(10_001));
    expect(summary?.difference).toMatchObject({ new: 250, gone: 250 });
    expect(await listDifferences(db, scope, generation!, "new")).toHaveLength(200);
    const all = await text((await exportDifferences(db, scope, id, "new")).stream);
    expect(all.trim().split("\r\n")).toHaveLength(251);
  });

  test("of a first list is none", async () => {
    const { id } = await steps.preview(scope, LIST);
    await expect(exportDifferences(db, scope, id, null)).rejects.toMatchObject({ code: "import.no-differences" });
  });
});

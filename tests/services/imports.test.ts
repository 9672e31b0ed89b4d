import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { verifyChain } from "../../db/chain";
import { publishedGeneration } from "../../db/queries/generations";
import { importIssues } from "../../db/queries/register";
import { decideRename } from "../../app/services/imports/decide-rename.server";
import { renamesOf } from "../../app/services/imports/import-view.server";
import { findImport } from "../../app/services/imports/import-record.server";
import { confirmImport, undoImport } from "../../app/services/imports/publish-import.server";
import { cancelImport, discardImport } from "../../app/services/imports/stop-import.server";
import { assessorFor } from "../../app/services/scoring/assessor.server";
import { factsOfLine } from "../../app/services/scoring/register-line";
import { supplierView } from "../../app/services/suppliers/supplier-view.server";
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

const LIST = `Supplier no.,Supplier name,Country,Product
1,Alder Mill,Turkey,cotton yarn
2,Birch Foods,Poland,catering
3,Cedar Works,Viet Nam,garments
`;

const LEDGER = `Payee,Payment date,Amount (EUR),Purpose
Alder Cleaning Ltd,2026-01-05,100.10,window cleaning
Birch Ltd,2026-01-06,50,stationery
Alder Cleaning Ltd,2026-01-07,-20.05,cleaning credit
alder  cleaning ltd.,2026-01-08,10,office cleaning
Mr John Smith,2026-01-09,5.5,refund of deposit
Total,,145.55,
`;

describe("a list", () => {
  test("changes nothing before it is confirmed, is shown after, and is gone again after undo", async () => {
    const preview = await steps.preview(scope, LIST);
    expect(preview.state).toBe("preview");
    expect(preview.summary).toMatchObject({ kind: "list", suppliers: 3, rows: { read: 3, imported: 3, leftOut: 0 } });
    expect(await publishedGeneration(db, scope)).toBeNull();

    await confirmImport(db, scope, preview.id, A_DAY);
    expect(await publishedGeneration(db, scope)).toBe(preview.generation);

    await undoImport(db, scope, preview.id, A_DAY);
    expect(await publishedGeneration(db, scope)).toBeNull();
    expect(await verifyChain(db, scope.workspaceNo)).toMatchObject({ valid: true });
  });

  test("uploaded twice changes nothing: the same suppliers keep their numbers", async () => {
    const first = await steps.publish(scope, LIST);
    const again = await steps.preview(scope, LIST);
    expect(again.summary?.difference).toEqual({
      new: 0,
      unchanged: 3,
      changed: 0,
      gone: 0,
      renamed: 0,
      renameProposals: 0,
      bands: { counts: {}, risen: [], newHigh: { count: 0, first: [] } },
    });
    const [before, after] = [
      await linesByName(db, scope, first.generation!),
      await linesByName(db, scope, again.generation!),
    ];
    for (const [name, line] of before) expect(after.get(name)?.id).toBe(line.id);
  });

  test("says what is new, gone, changed and renamed against the list that is shown", async () => {
    await steps.publish(scope, LIST);
    const next = LIST.replace("1,Alder Mill", "1,Alder Spinning Mill")
      .replace("catering", "cleaning")
      .replace(/3,Cedar.*\n/, "4,Dogwood,India,bricks\n");
    const { summary } = await steps.preview(scope, next);
    expect(summary?.difference).toMatchObject({
      new: 1,
      unchanged: 0,
      changed: 2,
      gone: 1,
      renamed: 1,
      renameProposals: 0,
      bands: { counts: { "high>raised": 1 }, risen: [], newHigh: { count: 1 } },
    });
  });

  test("whose supplier numbers changed proposes renames, and a confirmed one keeps the supplier's history", async () => {
    const first = await steps.publish(scope, LIST);
    const old = (await linesByName(db, scope, first.generation!)).get("Birch Foods")!;
    const next = await steps.preview(scope, LIST.replace("2,Birch", "9002,Birch"));
    const [rename] = await renamesOf(db, scope, next);
    expect(rename).toMatchObject({
      oldName: "Birch Foods",
      newName: "Birch Foods",
      reason: "name-country",
      decision: null,
    });

    await decideRename(db, scope, next.id, rename!.newNo, "confirmed", A_DAY);
    await confirmImport(db, scope, next.id, A_DAY);
    const line = (await linesByName(db, scope, next.generation!)).get("Birch Foods")!;
    expect(line.id).toBe(old.id);
    expect((await steps.preview(scope, LIST.replace("2,Birch", "9002,Birch"))).summary?.difference.unchanged).toBe(3);
    await expect(decideRename(db, scope, next.id, rename!.newNo, "declined", A_DAY)).rejects.toMatchObject({
      code: "import.not-previewed",
    });
  });

  test("cannot be confirmed after another list was published over the one it was compared with", async () => {
    const [mine, theirs] = [await steps.preview(scope, LIST), await steps.preview(scope, LIST)];
    await confirmImport(db, scope, theirs.id, A_DAY);
    await expect(confirmImport(db, scope, mine.id, A_DAY)).rejects.toMatchObject({ code: "import.outdated" });
    expect(await publishedGeneration(db, scope)).toBe(theirs.generation);
  });

  test("confirmed by two people at once is published once", async () => {
    const { id } = await steps.preview(scope, LIST);
    const outcomes = await Promise.allSettled([
      confirmImport(db, scope, id, A_DAY),
      confirmImport(db, scope, id, A_DAY),
    ]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("put away keeps its file and is never shown", async () => {
    const { id } = await steps.preview(scope, LIST);
    await discardImport(db, scope, id, A_DAY);
    await expect(confirmImport(db, scope, id, A_DAY)).rejects.toMatchObject({ code: "import.not-previewed" });
    expect(await findImport(db, scope, id)).toMatchObject({ state: "discarded", upload: { bytes: LIST.length } });
  });

  test("cancelled while its file waits to be opened is put away", async () => {
    const id = await steps.upload(scope, LIST);
    await cancelImport(db, scope, id, A_DAY);
    expect((await findImport(db, scope, id)).state).toBe("discarded");
  });

  test("that cannot be read keeps the sentence that says why, and the file", async () => {
    const record = await steps.preview(scope, "%PDF-1.7 not a table");
    expect(record).toMatchObject({ state: "failed", problem: { code: "file.pdf" } });
  });

  test("takes its country from the setting where a row names none, and from the address as derived", async () => {
    const text =
      'Supplier,Address,Product\nAsk AS,"Storgata 1, 1396 Billingstad, Norway",catering\nBord,Somewhere 2,furniture\n';
    const derived = await linesByName(db, scope, (await steps.preview(scope, text)).generation!);
    expect(derived.get("Ask AS")).toMatchObject({ seat: "NO", seatBasis: 1 });
    expect(derived.get("Bord")).toMatchObject({ seat: null, seatBasis: 0, level: 0, score: null });
    const stated = await linesByName(db, scope, (await steps.preview(scope, text, { country: "SE" })).generation!);
    expect(stated.get("Bord")).toMatchObject({ seat: "SE", seatBasis: 2 });
  });
});

describe("a ledger", () => {
  test("becomes suppliers whose amounts add up, with the control totals to the cent", async () => {
    const { summary, generation } = await steps.preview(scope, LEDGER);
    expect(summary).toMatchObject({
      kind: "ledger",
      suppliers: 2,
      rows: { read: 6, imported: 4, setAside: 1, leftOut: 1 },
    });
    expect(summary?.totals).toEqual([
      {
        currency: "EUR",
        file: "1455500",
        counted: "1400500",
        creditNotes: "-200500",
        setAside: "55000",
        rejected: "0",
      },
    ]);
    const lines = await linesByName(db, scope, generation!);
    expect(lines.get("Alder Cleaning Ltd")).toMatchObject({
      rowCount: 3,
      amounts: '{"EUR":["900500","-200500"]}',
      spendMain: 90.05,
    });
    expect(lines.get("Birch Ltd")).toMatchObject({ rowCount: 1, spendMain: 50 });
  });

  test("in two currencies converts nothing: only amounts in the main one are put in order", async () => {
    const text =
      "Payee,Payment date,Amount,Currency,Purpose\nElm Ltd,2026-02-01,10,EUR,catering\nElm Ltd,2026-02-02,5,EUR,catering\n" +
      "Elm Ltd,2026-02-03,700,GBP,catering\nFir Ltd,2026-02-04,900,GBP,catering\nOak Ltd,2026-02-05,3,EUR,catering\n";
    const lines = await linesByName(db, scope, (await steps.preview(scope, text)).generation!);
    expect(["Elm Ltd", "Fir Ltd", "Oak Ltd"].map((name) => lines.get(name)?.spendMain)).toEqual([15, null, 3]);
    expect(lines.get("Fir Ltd")?.amounts).toBe('{"GBP":["9000000","0"]}');
  });

  test("gives a supplier the sector most of its rows stand for, whatever their order", async () => {
    const rows = [
      "Elm Ltd,2026-02-01,1,catering",
      "Elm Ltd,2026-02-02,1,catering",
      "Elm Ltd,2026-02-03,1,software licences",
    ];
    const header = "Payee,Payment date,Amount (EUR),Purpose\nFir Ltd,2026-02-01,3,stationery\n";
    const sectors = new Set<string | null>();
    for (const order of [rows, rows.toReversed(), [rows[2]!, rows[0]!, rows[1]!]]) {
      const { generation } = await steps.preview(scope, `${header}${order.join("\n")}\n`);
      sectors.add((await linesByName(db, scope, generation!)).get("Elm Ltd")!.isic);
    }
    expect(sectors.size).toBe(1);
    expect([...sectors][0]).toMatch(/^56/);
  });

  test("reports each row that was repaired, set aside or left out with its line in the file", async () => {
    const { generation } = await steps.preview(scope, LEDGER);
    const issues = await importIssues(db, scope, generation!, { limit: 50 });
    expect(issues.map(({ line, code }) => [line, code])).toEqual(
      expect.arrayContaining([
        [6, "natural-person"],
        [7, "total-row"],
      ]),
    );
  });
});

describe("a supplier's page", () => {
  test("recomputes exactly what the list shows, from the stored facts", async () => {
    const { generation } = await steps.publish(scope, LIST);
    const { engine } = assessorFor("2026-03-02");
    for (const line of (await linesByName(db, scope, generation!)).values()) {
      const { assessment, source } = await supplierView(db, scope, line.id);
      expect(assessment.residual === null ? null : Math.round(assessment.residual * 10) / 10).toBe(line.score);
      expect(engine.score(factsOfLine(line, "2026-03-02")).score).toBe(assessment.residual);
      expect(source.records.map((record) => record.line)).toEqual([line.line]);
      expect(source.records[0]?.cells).toContain(line.name);
    }
  });

  test("of another workspace does not exist", async () => {
    const { generation } = await steps.publish(scope, LIST);
    const [line] = (await linesByName(db, scope, generation!)).values();
    const stranger = scopeOf(await aWorkspace(db));
    await expect(supplierView(db, stranger, line!.id)).rejects.toMatchObject({
      code: "supplier.not-found",
      status: 404,
    });
  });
});

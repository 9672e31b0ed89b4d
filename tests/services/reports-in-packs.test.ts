/** Reports in a pack whose every hash was made anew: what people signed and what the trail says still has to go together. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "../../db/canonical-json";
import { LISTS } from "../../app/pack/format";
import type { Manifest } from "../../app/pack/format";
import type { ReportRow } from "../../app/pack/rows";
import { aFolder } from "../builders";
import { aKey, check, resealed, smallPack, withRows, type PackFiles } from "./small-pack";

const folder = aFolder();
const theirs = aKey();
let pack: PackFiles;
beforeAll(async () => {
  pack = await smallPack(folder.path, aKey());
});
afterAll(folder.remove);

type Row = ReportRow & { content: { sections: { points: { values: { count: number }[] }[] }[] } };

/** Faults of the pack with its reports changed and every hash made anew. */
async function faultsOf(
  change: (rows: Row[]) => Row[],
  manifest: (manifest: Manifest) => void = () => {},
): Promise<string[]> {
  const changed = withRows(pack, LISTS.reports, (rows) =>
    change(rows.map((row) => JSON.parse(row) as Row)).map((row) => canonicalJson(row)),
  );
  const { faults } = await check(resealed(changed, theirs, manifest));
  return faults.map(({ code, file, row, values }) => {
    const what = values["part"] ?? values["name"] ?? values["role"];
    return `${file} ${row}: ${code}${what === undefined ? "" : ` ${what}`}`;
  });
}
/** The same, of one report. */
const changed = (at: number, change: (row: Row) => void) =>
  faultsOf((rows) => {
    change(rows[at]!);
    return rows;
  });
const hashOf = (content: object) => createHash("sha256").update(canonicalJson(content)).digest("hex");
/** With the hash made anew wherever the report itself says it. */
const signedAnew = (row: Row): void => {
  row.sha256 = hashOf(row.content);
  for (const one of row.signatures) one.sha256 = row.sha256;
};
const R = LISTS.reports;

describe("reports in a pack that was sealed anew", () => {
  test("are as they were signed where nobody changed them", async () => {
    expect(await faultsOf((rows) => rows)).toEqual([]);
  });

  test("show any value of the contents that was changed, by the hash people signed", async () => {
    const more = (row: Row) => {
      row.content.sections[0]!.points[0]!.values[0]!.count += 1;
    };
    expect(await changed(0, more)).toEqual([`${R} 1: report.hash`]);
    expect(await changed(1, (row) => void Object.assign(row.content, { put: "in" }))).toEqual([`${R} 2: report.hash`]);
    const attached = (row: Row) => {
      row.content.attachments[0]!.rows += 1;
    };
    expect(await changed(0, attached)).toEqual([`${R} 1: report.hash`]);
  });

  test("show contents whose hash was made anew in the report, by what each event says", async () => {
    const all = await changed(0, (row) => {
      row.content.attachments[0]!.sha256 = "12".repeat(32);
      signedAnew(row);
    });
    expect(new Set(all)).toEqual(new Set([`${R} 1: report.differs sha256`]));
    expect(all).toHaveLength(4);
    const opened = await changed(1, (row) => {
      row.content.class = "public";
      signedAnew(row);
    });
    expect(opened).toEqual([`${R} 2: report.differs sha256`, `${R} 2: report.differs class`]);
  });

  test("show a report that was taken out, by the events that tell of it", async () => {
    const without = await faultsOf((rows) => rows.slice(1));
    const gone = [5, 6, 7, 8].map((row) => `${LISTS.events} ${row}: report.gone`);
    expect(without).toEqual([`${R} 1: report.corrects`, ...gone]);
    expect(await faultsOf((rows) => rows.slice(0, 1))).toEqual([`${LISTS.events} 9: report.gone`]);
  });

  test("show a report that stands twice, and one of which no event tells", async () => {
    expect(await faultsOf((rows) => [...rows, rows[0]!])).toContain(`${R} 3: row.order`);
    const other = await faultsOf((rows) => [...rows, { ...rows[1]!, id: "report-3" }]);
    expect(other).toEqual([`${R} 3: report.untold report.submitted`]);
  });

  test("show a signature that was changed, taken out, or put in", async () => {
    const of = (at: number, more: object) => (row: Row) => void Object.assign(row.signatures[at]!, more);
    for (const at of [0, 1, 2]) {
      expect(await changed(0, of(at, { title: "Judge" }))).toEqual([`${R} 1: report.differs title`]);
      expect(await changed(0, of(at, { by: "joan" }))).toEqual([`${R} 1: report.differs signature`]);
      expect(await changed(0, of(at, { role: "board" }))).toEqual([`${R} 1: report.differs role`]);
      expect(await changed(0, of(at, { at: "2026-11-20T09:00:00.001Z" }))).toEqual([`${R} 1: report.differs at`]);
    }
    expect(await changed(0, of(1, { alone: true }))).toEqual([`${R} 1: report.differs alone`]);
    expect(await changed(0, of(2, { sha256: "0".repeat(64) }))).toEqual([`${R} 1: report.signature legal`]);
    expect(await changed(0, (row) => void row.signatures.pop())).toEqual(
      ["signature", "role", "title", "at"].map((part) => `${R} 1: report.differs ${part}`),
    );
    const board = { id: "put-in", role: "board", by: "lena", title: "Chair", at: "2026-11-20T09:00:00.000Z", alone: false } as const; // prettier-ignore
    expect(await changed(0, (row) => void row.signatures.push({ ...board, sha256: row.sha256 }))).toEqual([
      `${R} 1: report.untold report.signed`,
    ]);
  });

  test("show another number, state or day of publication than the trail says, and a class above the pack's", async () => {
    expect(await changed(0, (row) => void (row.publishedAt = "2026-11-21T09:00:00.000Z"))).toEqual([
      `${R} 1: report.differs publishedAt`,
    ]);
    expect(await changed(0, (row) => void (row.number = 2))).toEqual([
      `${R} 2: report.corrects`,
      `${R} 1: report.differs number`,
    ]);
    const back = (row: Row) => void Object.assign(row, { state: "approved", number: null, publishedAt: null });
    expect(await changed(0, back)).toEqual([
      `${R} 2: report.corrects`,
      `${R} 1: report.differs state`,
      `${R} 1: report.differs number`,
      `${R} 1: report.differs publishedAt`,
    ]);
    expect(await changed(1, (row) => void (row.state = "approved"))).toEqual([`${R} 2: report.untold report.approved`]);
    expect(await changed(1, (row) => void (row.number = 1))).toEqual([`${R} 2: report.number`]);
    const upTo = (manifest: Manifest) => void (manifest.upTo = "public");
    expect(await faultsOf((rows) => rows, upTo)).toEqual([`${R} 1: report.class`, `${R} 2: report.class`]);
    expect(await changed(1, (row) => void Object.assign(row, { state: "draft" }))).toContain(`${R} 2: row.shape`);
  });

  test("may correct a version that was left out, but none that is nowhere", async () => {
    const isLeftOut = (manifest: Manifest) => void (manifest.withheld.reports = 1);
    expect(await faultsOf((rows) => rows.slice(1), isLeftOut)).not.toContain(`${R} 1: report.corrects`);
    const elsewhere = (row: Row) => {
      row.content.corrects!.number = 7;
      signedAnew(row);
    };
    expect(await changed(1, elsewhere)).toContain(`${R} 2: report.corrects`);
  });
});

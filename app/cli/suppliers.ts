import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { FieldName } from "../imports/fields";
import { readRecords } from "../files/read-records.server";
import { createRowChecker } from "../imports/check-row";
import { Problem } from "../lib/problem";
import { reference } from "../lib/reference.server";
import type { Party } from "../matching/types";
import { numberKind } from "../screening/number-kind";
import { openList } from "../services/imports/read-list.server";
import type { ImportSettings } from "../services/imports/settings";

export interface SuppliersRead {
  /** Each supplier once: rows with the same name, country, town and number are one. */
  readonly suppliers: readonly NamedSupplier[];
  /** Rows with a name that was set aside: private persons, authorities, wages and the like. They are not compared. */
  readonly setAside: number;
  /** Rows without a name, totals, repeated headers. */
  readonly leftOut: number;
}

export interface NamedSupplier {
  readonly party: Party;
  /** Line of the file (row of the sheet) where it stands first. */
  readonly line: number;
  readonly rows: number;
}

export interface SuppliersFile {
  readonly file: string;
  readonly settings: ImportSettings;
  readonly force: Partial<Record<FieldName, string>>;
}

/** Reads the suppliers of a list as `candour assess` reads them, with no more than what names them. @throws Problem. */
export async function readSuppliers({ file, settings, force }: SuppliersFile): Promise<SuppliersRead> {
  if (!existsSync(file)) throw new Problem("file.not-found", `There is no file ${file}. Check the path.`);
  const workDir = await mkdtemp(path.join(os.tmpdir(), "candour-"));
  try {
    const fileName = path.basename(file);
    const { inspected, proposal } = await openList({
      path: file,
      fileName,
      workDir,
      settings,
      force,
      requireName: true,
    });
    const resolver = reference().resolver();
    const checker = createRowChecker({
      proposal,
      defaults: { country: settings.country, product: null },
      delimiter: inspected.table.delimiter,
    });
    const numberHeader = proposal.columns.find(({ index }) => index === proposal.mapping.registrationId)?.header ?? "";
    const suppliers = new Map<string, { party: Party; line: number; rows: number }>();
    let [setAside, leftOut] = [0, 0];
    for (const { cells, firstRecord, lines, seen } of readRecords(inspected.table)) {
      cells.forEach((record, at) => {
        if (firstRecord + at < proposal.firstDataRecord || (record.length === 1 && record[0] === "")) return;
        const row = checker.check(record, seen, at);
        if (row.outcome === "set-aside") setAside++;
        else if (row.outcome === "left-out") leftOut++;
        else {
          const { name, city, address, registrationId } = row;
          const country = row.country === "" ? null : (resolver.country(row.country)?.iso2 ?? null);
          const key = JSON.stringify([row.nameKey, country, city, registrationId]);
          const known = suppliers.get(key);
          if (known) known.rows++;
          else {
            const ids = registrationId === "" ? {} : { [numberKind(registrationId, numberHeader)]: registrationId };
            const party: Party = { name, country, city: city || null, address: address || null, ids };
            suppliers.set(key, { party, line: lines[at]!, rows: 1 });
          }
        }
      });
    }
    return { suppliers: [...suppliers.values()], setAside, leftOut };
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

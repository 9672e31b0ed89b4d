import { inspectFile } from "../../files/inspect-file.server";
import type { InspectedFile } from "../../files/types";
import type { FieldName } from "../../imports/fields";
import { proposeMapping } from "../../imports/map-columns";
import type { MappingProposal } from "../../imports/types";
import { Problem } from "../../lib/problem";
import type { IsoDate } from "../../../risk-models/types";
import type { Understanding } from "../../groups/decision";
import type { RiskData } from "../scoring/assessor.server";
import { listContextOf } from "./list-context";
import type { RowSetup } from "./rows/row-packer.server";
import type { ImportSettings } from "./settings";

/** A file that was opened and understood, not yet read through. */
export interface OpenedList {
  readonly inspected: InspectedFile;
  readonly proposal: MappingProposal;
}

export interface OpenOptions {
  readonly path: string;
  readonly fileName: string;
  /** Folder for what a workbook is written out to. */
  readonly workDir: string;
  readonly settings: ImportSettings;
  /** `--map FIELD=HEADER` of the command line. */
  readonly force?: Partial<Record<FieldName, string>>;
  /** Nobody will be asked: refuse a file without a column of names. */
  readonly requireName?: boolean;
  readonly onProgress?: (bytesDone: number, bytesTotal: number) => void;
  readonly cancelled?: () => boolean;
}

/**
 * Opens a list: what the bytes are, where its table and header lie, which column is what.
 * @throws Problem with a plain sentence when the file cannot be used.
 */
export async function openList(options: OpenOptions): Promise<OpenedList> {
  const { path, fileName, workDir, settings, onProgress, cancelled } = options;
  const inspected = await inspectFile(path, {
    fileName,
    workDir,
    sheet: settings.sheet,
    ...(settings.encoding && { encoding: settings.encoding }),
    ...(settings.delimiter && { delimiter: settings.delimiter }),
    ...(onProgress && { onProgress }),
    ...(cancelled && { cancelled }),
  });
  if (settings.sheet && inspected.format !== "xlsx")
    throw new Problem(
      "file.no-sheets",
      `${fileName} is not a workbook and has no sheet "${settings.sheet}". Leave the sheet out.`,
      {
        file: fileName,
        sheet: settings.sheet,
      },
    );
  return { inspected, proposal: proposalFor(inspected, settings, options) };
}

/**
 * The mapping proposed for a file, with what the user chose over it; what the user left open is decided anew for the
 * columns that were chosen. Without a name column it is a proposal that lacks one, unless `requireName`.
 * @throws Problem `mapping.…`
 */
export function proposalFor(
  inspected: InspectedFile,
  settings: ImportSettings,
  { force, requireName = false }: Pick<OpenOptions, "force" | "requireName"> = {},
): MappingProposal {
  const proposal = proposeMapping(inspected.sample, {
    ...(settings.header !== "auto" && { header: settings.header }),
    ...(force && { force }),
    ...(settings.mapping && { mapping: settings.mapping as MappingProposal["mapping"] }),
    requireName,
  });
  return {
    ...proposal,
    ...(settings.decimal && { numberFormat: { decimal: settings.decimal } }),
    ...(settings.dateOrder && { dateOrder: settings.dateOrder }),
  };
}

/** What decides how the rows of an opened list are read; `understanding` is what people decided about such rows. */
export function rowSetupOf(
  { inspected, proposal }: OpenedList,
  settings: ImportSettings,
  asOf: IsoDate,
  understanding: Understanding | null,
  data: RiskData | null = null,
): RowSetup {
  return {
    table: inspected.table,
    proposal,
    defaults: { country: settings.country, product: settings.product, sellers: sellersOf(understanding) },
    usualLength: usualLength(inspected.sample.slice(proposal.firstDataRecord)),
    list: listContextOf(proposal, settings, asOf, understanding, data),
  };
}

/** Payees that were brought back after the check had set them aside. */
const sellersOf = (understanding: Understanding | null): string[] =>
  (understanding?.decisions ?? []).flatMap(({ scope, key, decision }) =>
    scope === "payee" && decision.seller ? [key] : [],
  );

/** Cells that most of the records have; null when they do not agree. */
function usualLength(records: readonly (readonly string[])[]): number | null {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [length, count] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
  return count * 2 > records.length ? length : null;
}

import { inspectFile } from "../../files/inspect-file.server";
import type { InspectedFile } from "../../files/types";
import { createRowChecker, type RowChecker } from "../../imports/check-row";
import type { FieldName } from "../../imports/fields";
import { proposeMapping } from "../../imports/map-columns";
import type { MappingProposal } from "../../imports/types";
import { Problem } from "../../lib/problem";
import type { Resolver } from "../../resolve/types";
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
  readonly onProgress?: (bytesDone: number, bytesTotal: number) => void;
  readonly cancelled?: () => boolean;
}

/**
 * Opens a list: what the bytes are, where its table and header lie, which column is what.
 * @throws Problem with a plain sentence when the file cannot be used.
 */
export async function openList(options: OpenOptions): Promise<OpenedList> {
  const { path, fileName, workDir, settings, force, onProgress, cancelled } = options;
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
  return { inspected, proposal: proposalFor(inspected, settings, force) };
}

/** The mapping proposed for a file, with what the user chose over it. */
export function proposalFor(
  inspected: InspectedFile,
  settings: ImportSettings,
  force?: OpenOptions["force"],
): MappingProposal {
  const proposal = proposeMapping(inspected.sample, {
    ...(settings.header !== "auto" && { header: settings.header }),
    ...(force && { force }),
  });
  if (!settings.mapping) return proposal;
  const mapping = settings.mapping as MappingProposal["mapping"];
  const fieldOf = new Map(Object.entries(mapping).map(([field, column]) => [column, field as FieldName]));
  return {
    ...proposal,
    mapping,
    columns: proposal.columns.map((column) => ({ ...column, field: fieldOf.get(column.index) ?? null })),
  };
}

/** The checker of a list's rows. It reuses one object: see `CheckedRow`. */
export function checkerOf(
  { inspected, proposal }: OpenedList,
  settings: ImportSettings,
  resolver: Resolver,
): RowChecker {
  return createRowChecker({
    proposal,
    defaults: { country: settings.country, product: settings.product },
    countryCode: (text) => resolver.country(text)?.iso2 ?? null,
    delimiter: inspected.table.delimiter,
  });
}

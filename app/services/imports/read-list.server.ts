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

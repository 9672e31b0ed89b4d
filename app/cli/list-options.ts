import path from "node:path";
import { IMPORT_FIELD_NAMES, type FieldName } from "../imports/fields";
import { Problem } from "../lib/problem";
import { defaultSettings, type ImportSettings } from "../services/imports/settings";
import type { Assessor } from "../services/scoring/assessor.server";

/** Paths are relative to where the user stands: npm changes the folder and leaves the first one in INIT_CWD. */
export const fromUser = (file: string) => path.resolve(process.env["INIT_CWD"] ?? process.cwd(), file);

/** How a supplier list is read: the same words for every command that takes one. */
export const LIST_OPTIONS = {
  sheet: { type: "string" },
  "no-header": { type: "boolean" },
  country: { type: "string" },
  map: { type: "string", multiple: true },
} as const;

interface GivenOptions {
  readonly sheet?: string | undefined;
  readonly "no-header"?: boolean | undefined;
  readonly country?: string | undefined;
  readonly product?: string | undefined;
  readonly map?: readonly string[] | undefined;
}

/** @throws Problem `cli.country`, `cli.map`. */
export function listOptionsOf(
  values: GivenOptions,
  assessor: () => Pick<Assessor, "resolver">,
): { readonly settings: ImportSettings; readonly force: Partial<Record<FieldName, string>> } {
  let country: string | null = null;
  if (values.country !== undefined) {
    country = assessor().resolver.country(values.country)?.iso2 ?? null;
    if (!country)
      throw new Problem(
        "cli.country",
        `--country ${values.country} is not a country. Give its two letters (ISO 3166-1), for example DE.`,
      );
  }
  const force: Partial<Record<FieldName, string>> = {};
  for (const pair of values.map ?? []) {
    const at = pair.indexOf("=");
    const field = pair.slice(0, Math.max(at, 0)) as FieldName;
    if (at < 1) throw new Problem("cli.map", `--map ${pair}: write FIELD=HEADER, for example --map "name=Vendor".`);
    if (!IMPORT_FIELD_NAMES.includes(field))
      throw new Problem(
        "cli.map",
        `--map ${pair}: there is no field ${field}. Fields: ${IMPORT_FIELD_NAMES.join(", ")}.`,
      );
    force[field] = pair.slice(at + 1);
  }
  return {
    settings: {
      ...defaultSettings(),
      sheet: values.sheet ?? null,
      header: values["no-header"] ? "none" : "auto",
      country,
      product: values.product ?? null,
    },
    force,
  };
}

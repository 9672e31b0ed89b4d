import { createHash } from "node:crypto";
import type { Reference } from "./reference.server";
import type { ReferenceTableName } from "./reference-schemas";

/** What the study of a model reads beside the reference data of the engine. */
const TABLES: readonly ReferenceTableName[] = [
  "country-income-groups",
  "cpv",
  "isic",
  "screening-lists",
  "sector-words",
  "sources-screening",
  "tvpra-goods",
];

/** SHA-256 over all that a study reads: figures of another hash are figures about other data. */
export function studyHash(data: Reference): string {
  const hash = createHash("sha256").update(`risk ${data.riskHash}\n`);
  for (const { name, sha256 } of data.datasets)
    if ((TABLES as readonly string[]).includes(name)) hash.update(`${name} ${sha256}\n`);
  return hash.digest("hex");
}

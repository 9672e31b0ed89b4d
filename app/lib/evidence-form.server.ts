import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { z } from "zod";
import type { Scope } from "../../db/database";
import { newId } from "../../db/ids";
import { EVIDENCE_FOR, EVIDENCE_STRENGTHS } from "../../db/schema/evidence";
import { ACCESS_CLASSES } from "../../db/schema/findings";
import { receiveUpload } from "../files/receive-upload.server";
import type { EvidenceUse, NewEvidence } from "../services/evidence/add-evidence.server";
import type { Config } from "./config.server";
import type { Permission } from "./permissions";
import { Problem } from "./problem";

/** A report with pictures; what is larger is a film or an archive. */
const MOST_BYTES = 25 << 20;

/** Most bytes of a document. */
export const mostEvidenceBytes = ({ maxUploadBytes }: Pick<Config, "maxUploadBytes">): number =>
  Math.min(maxUploadBytes, MOST_BYTES);

const text = z.string().max(20_000).default("");
const optional = text.transform((given) => (given.trim() === "" ? null : given.trim()));

const Form = z.object({
  shows: text,
  issuer: text,
  issuedOn: optional,
  expiresOn: optional,
  strength: z.enum(EVIDENCE_STRENGTHS),
  tier: z.coerce.number().int().min(1).max(20).nullable().catch(null),
  site: optional,
  product: optional,
  // Left out by the form of a protected finding, whose documents have no class.
  accessClass: z.enum(ACCESS_CLASSES).default("confidential"),
  persons: z.enum(["no", "yes"]).optional(),
});

/** What the address says the document backs: `finding=…`, `action=…` or `repayment=…`; null: the supplier as a whole. */
export function useOf(url: URL): EvidenceUse | null {
  for (const usedFor of EVIDENCE_FOR) {
    const usedForId = url.searchParams.get(usedFor);
    if (usedForId) return { usedFor, usedForId };
  }
  return null;
}

/** What a document asks for; `held=yes` says that it is one of a protected finding, which the decision itself looks at again. */
export const permissionToKeep = (url: URL): Permission =>
  url.searchParams.get("held") === "yes" ? "protected:read" : "evidence:write";

/** The document of a form, laid down where it can be read; `remove` takes it away. */
export type ReceivedEvidence = NewEvidence & { readonly remove: () => Promise<void> };

/** @throws Problem `evidence.no-file` (422), `evidence.form` (422), `upload.…`. */
export async function receiveEvidence(
  form: FormData,
  scope: Scope,
  about: { readonly supplierId: string; readonly use: EvidenceUse | null },
  config: Pick<Config, "uploadsDir" | "maxUploadBytes">,
): Promise<ReceivedEvidence> {
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "")
    throw new Problem("evidence.no-file", "Choose a file. Nothing was stored.", {}, 422);
  const said = Form.safeParse(Object.fromEntries([...form].filter(([name]) => name !== "file")));
  if (!said.success)
    throw new Problem(
      "evidence.form",
      "Say how strong the document is and who may see it. Nothing was stored.",
      {},
      422,
    );
  const folder = path.join(config.uploadsDir, scope.workspaceId);
  await mkdir(folder, { recursive: true });
  const target = path.join(folder, newId(new Date()));
  const { bytes, sha256 } = await receiveUpload(Readable.fromWeb(file.stream() as never), target, {
    maxBytes: mostEvidenceBytes(config),
  });
  const { persons, ...given } = said.data;
  return {
    ...about,
    ...given,
    fileName: file.name,
    path: target,
    bytes,
    sha256,
    showsPersons: persons === undefined ? null : persons === "yes",
    remove: () => rm(target, { force: true }),
  };
}

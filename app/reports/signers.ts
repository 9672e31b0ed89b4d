/** Who signs a report, and who did. Pure. */
import { SIGNED_ON_PAPER, type FiledReport, type Signature, type SignRole } from "./model";
import { signersOf, type Template } from "./template";

export interface Signer {
  readonly role: SignRole;
  /** People of this side sign the printed document. */
  readonly onPaper: boolean;
  readonly signed: readonly Pick<Signature, "name" | "title" | "at" | "alone">[];
}

/** The author, whom the template asks for, the approver; then whoever signed besides. */
export function signersIn(
  { report, signatures }: Pick<FiledReport, "report" | "signatures">,
  template: Template,
): Signer[] {
  const asked: readonly SignRole[] = ["author", ...signersOf(template, report.variant).filter((role) => role !== "approver"), "approver"]; // prettier-ignore
  return [...new Set([...asked, ...signatures.map(({ role }) => role)])].map((role) => ({
    role,
    onPaper: SIGNED_ON_PAPER.includes(role),
    signed: signatures
      .filter((one) => one.role === role)
      .map(({ name, title, at, alone }) => ({ name, title, at, alone })),
  }));
}

/** Those whom the template asks for, who sign here and have not. A signature under the printed document is not known here. */
export const unsignedRoles = (filed: Pick<FiledReport, "report" | "signatures">, template: Template): SignRole[] =>
  signersIn(filed, template).flatMap(({ role, onPaper, signed }) => (onPaper || signed.length > 0 ? [] : role));

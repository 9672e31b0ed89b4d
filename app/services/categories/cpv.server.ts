import { cpvIndex, type CpvIndex, type CpvKind, type CpvRow } from "../../categories/cpv-search";
import { reference } from "../../lib/reference.server";

let index: CpvIndex | undefined;

/** The procurement vocabulary, ready to be searched; made once a process. */
export const cpv = (): CpvIndex => (index ??= cpvIndex(reference().table("cpv")));

/** The rows of these codes, in their order; a code that is not in the vocabulary is left out. */
export const cpvRows = (codes: readonly string[]): CpvRow[] => codes.flatMap((code) => cpv().byCode.get(code) ?? []);

export const kindsOf = (codes: readonly string[]): ReadonlySet<CpvKind> =>
  new Set(cpvRows(codes).map(({ kind }) => kind));

/** Which cells of a list must not stay in the kept copy: columns of persons and bank accounts, and persons' own numbers. */
import { cleanCell } from "./cells";
import { isPersonal, readIdentifier } from "./codes-in-cells";
import { normaliseHeader } from "./header-text";
import type { MappingProposal } from "./types";

/** Headers of columns that hold register numbers of companies and of persons alike. */
const MIXED_REGISTER = /инн|бин|иин|жсн|бсн|\binn\b|\biin\b|cpf|cnpj/;

/** True when a register column holds numbers of companies and persons, so that check digits decide (see `isPersonal`). */
export const isMixedRegister = (header: string): boolean => MIXED_REGISTER.test(normaliseHeader(header));

export interface PersonalCells {
  /** Columns emptied in every record, 0-based, in order. */
  readonly columns: readonly number[];
  /** What the header calls them; where it says nothing, the number of the column, from 1. */
  readonly headers: readonly string[];
  /** The column of register numbers, of which a person's are emptied cell by cell; null when there is none. */
  readonly registration: { readonly column: number; readonly isPersonal: (cell: string) => boolean } | null;
}

/** The cells to empty. A column a person has given a meaning is used, and therefore stays. */
export function personalCells({ columns, mapping }: Pick<MappingProposal, "columns" | "mapping">): PersonalCells {
  const emptied = columns.filter(
    ({ field, excluded }) => field === null && (excluded === "person" || excluded === "bank"),
  );
  const register = columns.find(({ index }) => index === mapping.registrationId);
  return {
    columns: emptied.map(({ index }) => index),
    headers: emptied.map(({ header, index }) => header || String(index + 1)),
    registration: register
      ? { column: register.index, isPersonal: personalIn(isMixedRegister(register.header)) }
      : null,
  };
}

/** As the row checker reads a register number. */
const personalIn =
  (mixed: boolean) =>
  (cell: string): boolean => {
    if (cell.length < 11) return false;
    const text = cleanCell(cell);
    return isPersonal(readIdentifier(mixed ? text.split(/\s*[/\\]\s*/)[0]! : text), mixed);
  };

/** An e-mail address or an IBAN: where a record has lost or won cells, its columns are not where the header says. */
export const looksPersonal = (cell: string): boolean =>
  /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/.test(cell) ||
  /^\s*[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}\s?[A-Z0-9]{0,4}\s*$/.test(cell);

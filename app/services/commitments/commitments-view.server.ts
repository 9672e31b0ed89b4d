import type { Database, Scope } from "../../../db/database";
import type { IsoDate } from "../../../risk-models/types";
import { isAsked, type Asked } from "../../commitments/filter";
import { isComing, selectFor, type Selected } from "../../commitments/select";
import { reference } from "../../lib/reference.server";
import { buyerOf, buyerProfile, type StatedBuyer } from "./buyer.server";
import { type CommitmentRow } from "./catalogue.server";
import { tableEdition } from "./table-edition.server";

export interface CommitmentsView {
  /** Rows asked for, in the order of the table, from `first` on. */
  readonly rows: readonly (CommitmentRow & {
    readonly coming: boolean;
    /** Null: nobody stated who buys, or the row does not reach the buyer. */
    readonly selected: Extract<Selected, { applies: true }> | null;
  })[];
  readonly found: number;
  readonly total: number;
  readonly profile: StatedBuyer | null;
  /** Rows that may apply to the buyer, and how many of them are to come; null while nobody stated who buys. */
  readonly ours: { readonly may: number; readonly coming: number } | null;
  /** Every word a row may be asked for by. */
  readonly choices: Readonly<Record<"jurisdiction" | "binds" | "theme", readonly string[]>>;
  /** Day of the table. */
  readonly edition: IsoDate;
}

/**
 * The table as it was asked for, with what may apply to the buyer the workspace stated.
 * @param first 0 for the first row. @param stated who buys; left out: as it is stated now.
 */
export async function commitmentsView(
  db: Database,
  scope: Scope,
  asked: Asked,
  { first, most }: { readonly first: number; readonly most: number },
  today: IsoDate,
  stated: StatedBuyer | null | undefined = undefined,
): Promise<CommitmentsView> {
  const profile = stated === undefined ? await buyerProfile(db, scope) : stated;
  const buyer = profile && buyerOf(profile);
  const table = reference().table("commitments");
  const all = table.map((row) => {
    const found = buyer && selectFor(row, buyer, today);
    return { ...row, coming: isComing(row, today), selected: found?.applies ? found : null };
  });
  const ours = all.filter(({ selected }) => selected !== null);
  const rows = all.filter((row) => isAsked(row, asked, today) && (!asked.forUs || row.selected !== null));
  const words = (of: "jurisdiction" | "binds" | "theme") => [...new Set(table.map((row) => row[of]))].sort();
  return {
    rows: rows.slice(first, first + most),
    found: rows.length,
    total: table.length,
    profile,
    ours: buyer && { may: ours.length, coming: ours.filter(({ coming }) => coming).length },
    choices: { jurisdiction: words("jurisdiction"), binds: words("binds"), theme: words("theme") },
    edition: tableEdition().day,
  };
}

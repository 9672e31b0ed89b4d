import type { Standing } from "../../commitments/select";
import { reference } from "../../lib/reference.server";

let standings: ReadonlyMap<string, Standing> | undefined;

/** Where a country stands, by the table of countries; null for a code it does not have. */
export function standingOf(iso2: string): Standing | null {
  standings ??= new Map(
    reference()
      .table("countries")
      .map((row) => [
        row.iso2,
        {
          iso2: row.iso2,
          eu: row.euMember,
          osce: row.osceStatus === "participating",
          coe: row.coeMember,
          ilo: row.iloMember,
          un: row.unMember,
        },
      ]),
  );
  return standings.get(iso2) ?? null;
}

/** What a supplier and an entry were compared by, as a candidate keeps it. */
import { createHash } from "node:crypto";
import { canonicalJson } from "../../../db/canonical-json";
import type { RegisterLine } from "../../../db/queries/register";
import { numberKind } from "../../screening/number-kind";
import type { ListEntry } from "../../screening/types";

type Compared = Pick<RegisterLine, "name" | "seat" | "city" | "address" | "registrationId" | "parent" | "isic">;

/** A supplier as the matching engine takes it, nothing left out. */
export interface ComparedSupplier {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string | null;
  readonly city: string | null;
  readonly address: string | null;
  readonly ids: Readonly<Record<string, string>>;
  readonly parent: string | null;
  readonly sector: string | null;
}

/** A register line as the matching engine takes it. */
export const partyOfLine = ({
  name,
  seat,
  city,
  address,
  registrationId,
  parent,
  isic,
}: Compared): ComparedSupplier => ({
  name,
  aliases: [],
  country: seat,
  city,
  address,
  ids: registrationId === null ? {} : { [numberKind(registrationId)]: registrationId },
  parent,
  sector: isic,
});

const hashOf = (facts: object): string =>
  createHash("sha256")
    .update(canonicalJson(facts as Record<string, unknown>))
    .digest("hex")
    .slice(0, 32);

/** Of what a decision about a supplier rests on. What its group is said to sell is a decision of the workspace's own and no new fact. */
export const supplierHash = ({ sector: _sector, ...party }: ComparedSupplier): string => hashOf(party);

/** Of what a decision about an entry rests on: who it is, and what the listing does. */
export const entryHash = ({ kind: _kind, sector: _sector, reason: _reason, ...facts }: ListEntry): string =>
  hashOf(facts);

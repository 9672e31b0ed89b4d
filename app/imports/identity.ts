/**
 * Who a row is about, across uploads. The identity is the first that exists of: own supplier number; registration id with
 * country; name with address; name with country. It is a 64-bit hash under a seed of its own for each kind, so that a supplier
 * number never meets a name. In a ledger addresses do not count: one payee is one supplier.
 *
 * Identifiers that turned out to be shared by different names (`MappingProposal.weakIds`) do not identify.
 */
import type { CheckedRow, ListKind } from "./types";
import { Hash64 } from "./hash";
import { nameKey } from "./name-key";

/** Stored by its place (`suppliers.key_kind`): the list only ever grows at its end. */
export const IDENTITY_KINDS = ["number", "registration", "name-address", "name-country"] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** Two unsigned 32-bit halves of a 64-bit value. */
export interface Identity {
  kind: IdentityKind;
  hi: number;
  lo: number;
}

export interface IdentityOptions {
  readonly kind: ListKind;
  /** Identifier columns that do not identify in this list. */
  readonly weakIds: readonly ("supplierNumber" | "registrationId")[];
}

export type IdentifiedRow = Pick<
  CheckedRow,
  "nameKey" | "supplierNumber" | "registrationId" | "address" | "city" | "postalCode"
>;

const SEED = { number: 1, registration: 2, "name-address": 3, "name-country": 4, "address-country": 5 } as const;
const hash = new Hash64();

/**
 * Writes the identity of a row into `out` and returns it (no allocation in the hot loop).
 * @param country ISO 3166-1 alpha-2 as resolved, or "" when unknown; never the text of the cell, which differs between lists.
 */
export function identityOf(row: IdentifiedRow, country: string, options: IdentityOptions, out: Identity): Identity {
  if (row.supplierNumber !== "" && !options.weakIds.includes("supplierNumber")) {
    hash.start(SEED.number);
    hash.folded(row.supplierNumber, nameKey);
    out.kind = "number";
  } else if (row.registrationId !== "" && !options.weakIds.includes("registrationId")) {
    registration(row.registrationId, country);
    out.kind = "registration";
  } else if (options.kind === "list" && row.address !== "") {
    hash.start(SEED["name-address"]);
    hash.text(row.nameKey);
    hash.folded(row.address, nameKey);
    hash.folded(row.city, nameKey);
    out.kind = "name-address";
  } else {
    nameAndCountry(row.nameKey, country);
    out.kind = "name-country";
  }
  hash.end();
  out.hi = hash.hi;
  out.lo = hash.lo;
  return out;
}

/** Further keys by which a supplier whose identity changed can be proposed as a rename; a key is absent when its parts are. */
export interface SecondaryKeys {
  readonly registration: SecondaryKey | null;
  readonly nameCountry: SecondaryKey | null;
  readonly addressCountry: SecondaryKey | null;
}
export interface SecondaryKey {
  readonly hi: number;
  readonly lo: number;
}

export function secondaryKeys(row: IdentifiedRow, country: string): SecondaryKeys {
  const take = (): SecondaryKey => {
    hash.end();
    return { hi: hash.hi, lo: hash.lo };
  };
  let registrationKey: SecondaryKey | null = null;
  if (row.registrationId !== "") {
    registration(row.registrationId, country);
    registrationKey = take();
  }
  let nameCountry: SecondaryKey | null = null;
  if (row.nameKey !== "") {
    nameAndCountry(row.nameKey, country);
    nameCountry = take();
  }
  let addressCountry: SecondaryKey | null = null;
  if (row.address !== "") {
    hash.start(SEED["address-country"]);
    hash.folded(row.address, nameKey);
    hash.folded(row.city, nameKey);
    hash.text(country);
    addressCountry = take();
  }
  return { registration: registrationKey, nameCountry, addressCountry };
}

function registration(id: string, country: string): void {
  hash.start(SEED.registration);
  hash.folded(id, nameKey);
  hash.text(country);
}

function nameAndCountry(key: string, country: string): void {
  hash.start(SEED["name-country"]);
  hash.text(key);
  hash.text(country);
}

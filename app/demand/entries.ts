/** What is told of the buyer's own ways of buying, one shape a kind, and what of it counts. Pure. */
import { z } from "zod";
import type { BuyingKind } from "../../db/schema/demand";
import { FloorInput } from "../checks/floor";
import { currencyCode } from "../imports/currencies";
import { MEASURE_IDS, type MeasureId } from "./measures";

const short = z.string().trim().max(300);
const day = z.iso.date();
const number = z.int().min(0).max(10_000_000);
/** Steps below the contractor: 0 for none. */
const depth = z.int().min(0).max(20);

export const LABOUR_HEAVY = ["yes", "no"] as const;
/** Is the cost of recruiting workers a part of the price? */
export const RECRUITMENT_IN_PRICE = ["priced", "not-priced", "none-recruited"] as const;
export const AGENCIES_USED = ["none", "named"] as const;
export const TRAINED = ["buyers", "suppliers", "others"] as const;
export type Trained = (typeof TRAINED)[number];

/** Null anywhere: not known. */
export const ContractFacts = z
  .strictObject({
    labourHeavy: z.enum(LABOUR_HEAVY).nullable(),
    recruitment: z.enum(RECRUITMENT_IN_PRICE).nullable(),
    /** Whole ten-thousandths, in `currency`. */
    recruitmentCost: z.string().regex(/^\d{1,30}$/u).nullable(), // prettier-ignore
    currency: z.string().refine((code) => currencyCode(code) === code, "not an ISO 4217 code").nullable(), // prettier-ignore
    depthKnown: depth.nullable(),
    depthAllowed: depth.nullable(),
    agencies: z.enum(AGENCIES_USED).nullable(),
    agenciesAllowed: z.enum(["yes", "no"]).nullable(),
  })
  .refine(({ recruitmentCost, currency }) => (recruitmentCost === null) === (currency === null), { path: ["currency"] }) // prettier-ignore
  .refine(({ recruitment, recruitmentCost }) => recruitmentCost === null || recruitment === "priced", { path: ["recruitmentCost"] }); // prettier-ignore
export type ContractFacts = z.infer<typeof ContractFacts>;

const inOrder = ({ from, to }: { readonly from: string; readonly to: string }): boolean => from <= to;

/** Orders of a time, at a contract or a supplier; of `kept` and `changed` null: not counted. */
export const Orders = z
  .strictObject({
    /** The supplier or contract in words. */
    about: short.min(1),
    from: day,
    to: day,
    orders: number.min(1),
    /** Days the supplier says it needs at the least; null: nobody asked it. */
    minimumDays: z.int().min(0).max(3650).nullable(),
    /** Orders that left at least that many days. */
    kept: number.nullable(),
    /** Orders changed after the last day agreed for changes. */
    changed: number.nullable(),
    source: short.min(1),
  })
  .refine(inOrder, { path: ["to"] })
  .refine(({ kept, orders }) => kept === null || kept <= orders, { path: ["kept"] })
  .refine(({ changed, orders }) => changed === null || changed <= orders, { path: ["changed"] })
  .refine(({ kept, minimumDays }) => kept === null || minimumDays !== null, { path: ["minimumDays"] });
export type Orders = z.infer<typeof Orders>;

/** Counted from the two days of every line of a ledger. */
export const Payments = z
  .strictObject({
    from: day,
    to: day,
    /** Invoices whose day for payment is over. */
    due: number.min(1),
    onTime: number,
    /** Of the late ones, those not paid at all on the day of counting. */
    unpaid: number,
    /** Lines in which a day could not be read: they are in no number. */
    unread: number,
    /** Middle of the days late, of the late ones that were paid; null: none was. */
    medianLate: z.number().min(0).nullable(),
    source: short.min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  })
  .refine(inOrder, { path: ["to"] })
  .refine(({ due, onTime, unpaid }) => onTime + unpaid <= due, { path: ["onTime"] });
export type Payments = z.infer<typeof Payments>;

export const Training = z
  .strictObject({
    on: day,
    what: short.min(1),
    whom: z.enum(TRAINED),
    /** How many took part; nobody is named. */
    people: number.min(1),
    /** How many there are of them in all; null: not known. */
    outOf: number.min(1).nullable(),
    hours: z.number().min(0).max(1000).nullable(),
  })
  .refine(({ people, outOf }) => outOf === null || people <= outOf, { path: ["outOf"] });
export type Training = z.infer<typeof Training>;

/** A function or a person who answers for a measure; "": nobody. */
export const Owner = z.strictObject({ measure: z.enum(MEASURE_IDS), owner: z.string().trim().max(120) });
export const Withdrawn = z.strictObject({ entryId: z.string().max(60), reason: short.min(1) });

export const BUYING_SHAPES = {
  contract: ContractFacts,
  floor: FloorInput,
  orders: Orders,
  payments: Payments,
  training: Training,
  owner: Owner,
  withdrawn: Withdrawn,
} as const satisfies Record<BuyingKind, z.ZodType>;

export type BuyingContents = { readonly [K in BuyingKind]: z.infer<(typeof BUYING_SHAPES)[K]> };
export type NewBuyingEntry = { readonly [K in BuyingKind]: { readonly kind: K; readonly contractId: string | null; readonly contents: BuyingContents[K] } }[BuyingKind]; // prettier-ignore
export type BuyingEntry = NewBuyingEntry & {
  readonly id: string;
  readonly enteredBy: string;
  readonly enteredAt: Date;
  /** Null: there is no such account any more. */
  readonly who: string | null;
};
export type EntryOf<K extends BuyingKind> = Extract<BuyingEntry, { readonly kind: K }>;

/** What counts: of a contract, its floor and an owner the newest, of the rest everything that was not withdrawn. */
export interface Buying {
  readonly contracts: ReadonlyMap<string, EntryOf<"contract">>;
  /** The labour-cost floor of a contract without a bidder's check, by the contract. */
  readonly floors: ReadonlyMap<string, EntryOf<"floor">>;
  readonly orders: readonly EntryOf<"orders">[];
  readonly payments: readonly EntryOf<"payments">[];
  readonly trainings: readonly EntryOf<"training">[];
  /** Only those that name somebody. */
  readonly owners: ReadonlyMap<MeasureId, string>;
}

/** @param entries the oldest first. */
export function buyingOf(entries: readonly BuyingEntry[]): Buying {
  const gone = new Set(entries.flatMap((entry) => (entry.kind === "withdrawn" ? [entry.contents.entryId] : [])));
  const standing = entries.filter(({ id }) => !gone.has(id));
  const of = <K extends BuyingKind>(kind: K) => standing.filter((entry): entry is EntryOf<K> => entry.kind === kind);
  const owners = new Map(of("owner").map(({ contents }) => [contents.measure, contents.owner]));
  return {
    contracts: byContract(of("contract")),
    floors: byContract(of("floor")),
    orders: of("orders"),
    payments: of("payments"),
    trainings: of("training"),
    owners: new Map([...owners].filter(([, owner]) => owner !== "")),
  };
}

/** The newest of each contract. */
const byContract = <E extends BuyingEntry>(entries: readonly E[]): ReadonlyMap<string, E> =>
  new Map(entries.flatMap((entry) => (entry.contractId === null ? [] : [[entry.contractId, entry] as const])));

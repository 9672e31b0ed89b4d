/**
 * What people recorded against the events that tell of it: each row has the event that recorded it, says what that event says, and
 * no row of which an event tells is missing. What later steps change of a row (its state, its class, that it was taken back) is
 * not compared: the steps have rows and events of their own.
 */
import { canonicalJson } from "../../db/canonical-json";
import type { Faults } from "./faults";
import { LATER_LISTS, LISTS } from "./format";
import { hexOfText, type Sha256 } from "./hashing";
import { Merges } from "./merges";
import type { OpenEvent } from "./rows";

/** A finding that was told in confidence and released: the event of its release tells of the telling, and is not shown. */
const IN_CONFIDENCE = "told-in-confidence";

/** Columns that say where something lies in a database, or how often it was written; a pack has none of them. */
export const COLUMNS_LEFT_OUT: ReadonlySet<string> = new Set([
  "workspaceNo",
  "supplierNo",
  "storedPath",
  "version",
  "content",
  "supplierHash",
  "entryHash",
  "floorFindingId",
]);

interface Kind {
  readonly list: string;
  /** The event that records a row, and the one that changes it. */
  readonly recorded: string;
  readonly changed?: string;
  /** Where an event has the row's id. */
  readonly id: string;
  /** Where an event has the row's facts; null: beside the id, and `only` these. */
  readonly facts: string | null;
  readonly only?: readonly string[];
  /** Facts that an event has beside the others. */
  readonly beside?: readonly string[];
  /** Facts that only the event that recorded it has. */
  readonly stays?: readonly string[];
  /** What later steps change, and what is told of elsewhere. */
  readonly moves: readonly string[];
  /** Column of the row with whoever is the actor of the event that recorded it. */
  readonly by: string;
}

const KINDS: readonly Kind[] = [
  {
    list: LISTS.matches,
    recorded: "match.decided",
    id: "decisionId",
    facts: null,
    only: ["candidateId", "listId", "entryId", "decision", "reason", "editionDate"],
    moves: [],
    by: "decidedBy",
  },
  {
    list: LISTS.findings,
    recorded: "finding.recorded",
    id: "findingId",
    facts: "finding",
    moves: ["status", "accessClass", "waitingStepId", "undoneBy", "undoneAt", "undoneReason"],
    by: "recordedBy",
  },
  {
    list: LISTS.documents,
    recorded: "evidence.added",
    id: "evidenceId",
    facts: "evidence",
    moves: ["undoneBy", "undoneAt", "undoneReason", "uses"],
    by: "recordedBy",
  },
  {
    list: LISTS.actions,
    recorded: "action.recorded",
    changed: "action.changed",
    id: "actionId",
    facts: "action",
    beside: ["supplierId", "findingId"],
    stays: ["findingId"],
    moves: [],
    by: "recordedBy",
  },
  {
    list: LISTS.repayments,
    recorded: "repayment.recorded",
    changed: "repayment.counted",
    id: "groupId",
    facts: "group",
    beside: ["supplierId"],
    stays: ["actionId"],
    moves: ["entries"],
    by: "recordedBy",
  },
  {
    list: LISTS.decisions,
    recorded: "supplier.decided",
    id: "decisionId",
    facts: "record",
    beside: ["supplierId"],
    moves: [],
    by: "proposedBy",
  },
  {
    list: LATER_LISTS.contracts,
    recorded: "contract.recorded",
    id: "contractId",
    facts: "contract",
    moves: ["supplier"],
    by: "recordedBy",
  },
  {
    list: LATER_LISTS.contractEntries,
    recorded: "contract.noted",
    id: "entryId",
    facts: null,
    only: ["contractId", "kind", "contents"],
    moves: [],
    by: "enteredBy",
  },
  {
    list: LATER_LISTS.buying,
    recorded: "buying.noted",
    id: "entryId",
    facts: null,
    only: ["contractId", "kind", "contents"],
    moves: [],
    by: "enteredBy",
  },
];

const BY_LIST: ReadonlyMap<string, Kind> = new Map(KINDS.map((kind) => [kind.list, kind]));
const BY_EVENT: ReadonlyMap<string, Kind> = new Map(
  KINDS.flatMap((kind) => [kind.recorded, ...(kind.changed ? [kind.changed] : [])].map((name) => [name, kind])),
);

type Facts = Readonly<Record<string, unknown>>;
/** Column to what it says, as canonical JSON, a long one as its hash. */
type Said = ReadonlyMap<string, string>;
interface Packed {
  readonly row: number;
  /** Number of the supplier in the list. */
  readonly supplier: unknown;
  readonly says: Said;
  /** What the events say by now; null before the one that recorded it. */
  told: Said | null;
  /** The supplier that an event says, where it is another: as it says it, and its public id where it says that too. */
  moved: { readonly said: string; readonly id: string | null } | null;
}

const isFacts = (value: unknown): value is Facts =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const NOTHING = canonicalJson(null);
/** A text without its quotation marks. */
const shown = (said: string): string => (said.startsWith('"') ? String(JSON.parse(said)) : said);

/** What is longer is kept as its SHA-256, of which no canonical JSON has the form. */
const LONGEST_KEPT = 200;

export class RecordCheck {
  /** Findings of which no event of a pack can tell. */
  inConfidence = 0;
  readonly #packed: ReadonlyMap<string, Map<string, Packed>> = new Map(KINDS.map(({ list }) => [list, new Map()]));
  readonly #listed = new Set<string>();
  readonly #ids = new Map<string, Set<string>>();
  /** Public ids of suppliers that rows name, by their number; null: the list has not shown it. */
  readonly #suppliers = new Map<unknown, string | null>();
  readonly #merges = new Merges();

  constructor(
    private readonly sha256: Sha256,
    private readonly faults: Faults,
  ) {}

  /** All rows of a list were given. */
  listed(list: string): void {
    this.#listed.add(list);
  }

  /** Has a list a row of this id already? */
  #isTwice(list: string, id: string): boolean {
    const known = this.#ids.get(list) ?? new Set();
    this.#ids.set(list, known);
    return known.size === known.add(id).size;
  }

  /** A row of any list but those that a verifier computes with. Before the suppliers and the events. */
  row(list: string, row: number, value: unknown): void {
    if (!isFacts(value)) return this.faults.add("row.shape", list, row);
    const kind = BY_LIST.get(list);
    const { id } = value;
    if (typeof id !== "string") {
      if (kind) this.faults.add("row.shape", list, row);
      return;
    }
    if (this.#isTwice(list, id)) return this.faults.add("row.order", list, row);
    if (!kind) return;
    if (list === LISTS.findings && value["source"] === IN_CONFIDENCE) {
      this.inConfidence += 1;
      return;
    }
    const { supplier } = value;
    this.#suppliers.set(supplier, null);
    const says = this.#said(kind, value, Object.keys(value));
    this.#packed.get(list)!.set(id, { row, supplier, says, told: null, moved: null });
  }

  /** A supplier of the list. After the rows, before the events. */
  supplier(no: number, id: string): void {
    if (this.#suppliers.has(no)) this.#suppliers.set(no, id);
  }

  #said(kind: Kind, facts: Facts, columns: readonly string[]): Map<string, string> {
    const kept = columns.filter((column) => !COLUMNS_LEFT_OUT.has(column) && !kind.moves.includes(column));
    return new Map(
      kept.map((column) => {
        const said = canonicalJson(facts[column] ?? null);
        return [column, said.length > LONGEST_KEPT ? `SHA-256 ${hexOfText(this.sha256, said)}` : said];
      }),
    );
  }

  /** The supplier of an event, where it is another than the row's; null: the same, or the pack does not say. */
  #otherSupplier({ supplier }: Packed, contents: Facts, facts: Facts): Packed["moved"] {
    const { supplierNo } = facts;
    const { supplierId } = contents;
    const said = typeof supplierId === "string" ? supplierId : null;
    if (typeof supplierNo === "number") return supplierNo === supplier ? null : { said: String(supplierNo), id: said };
    if (said === null) return null;
    if (typeof supplier !== "number") return { said, id: said };
    const id = this.#suppliers.get(supplier) ?? null;
    return id === null || id === said ? null : { said, id: said };
  }

  /** Is the supplier of a row the one that the supplier of its event became? Of one that is not in the list nobody can tell which it became. */
  #isMerged({ supplier }: Packed, { id }: NonNullable<Packed["moved"]>): boolean {
    const became = this.#suppliers.get(supplier) ?? null;
    return became === null || id === null ? this.#merges.hasAny : this.#merges.leads(id, became);
  }

  /** An event whose contents are shown. */
  event(row: number, { seq, name, actor, contents }: OpenEvent): void {
    // What was recorded of a supplier that was merged is of the one it became.
    if (name === "duplicate.decided") this.#merges.note(contents ?? {});
    const kind = BY_EVENT.get(name);
    if (!kind || contents === null) return;
    const id = contents[kind.id];
    const facts = kind.facts === null ? contents : contents[kind.facts];
    if (typeof id !== "string" || !isFacts(facts)) return this.faults.add("row.shape", LISTS.events, row);
    const packed = this.#packed.get(kind.list)!.get(id);
    if (!packed) {
      if (this.#listed.has(kind.list))
        this.faults.add("trail.gone", LISTS.events, row, { event: seq, path: kind.list });
      return;
    }
    packed.moved ??= this.#otherSupplier(packed, contents, facts);
    const isFirst = name === kind.recorded;
    const stays = isFirst ? [] : [...(kind.stays ?? []), kind.by];
    const before = [...(packed.told ?? [])].filter(([column]) => stays.includes(column));
    const beside = (kind.beside ?? []).filter((column) => !stays.includes(column));
    packed.told = new Map([
      ...before,
      ...this.#said(kind, facts, kind.only ?? Object.keys(facts)),
      ...this.#said(kind, contents, beside),
      ...(isFirst ? this.#said(kind, { [kind.by]: actor }, [kind.by]) : []),
    ]);
  }

  /** After the last event. @param erased names of events whose contents were erased: one of them may have been the one that told. */
  finish(erased: ReadonlySet<string>): void {
    const isUntold = erased.has("duplicate.decided");
    for (const kind of KINDS)
      for (const packed of this.#packed.get(kind.list)!.values()) {
        const { row, supplier, says, told, moved } = packed;
        if (moved !== null && !isUntold && !this.#isMerged(packed, moved)) {
          const values = { part: "supplier", pack: canonicalJson(supplier ?? null), said: moved.said };
          this.faults.add("row.differs", kind.list, row, values);
        }
        if (told === null) {
          if (!erased.has(kind.recorded)) this.faults.add("trail.untold", kind.list, row);
          continue;
        }
        if (kind.changed && erased.has(kind.changed)) continue;
        for (const [part, said] of told) {
          const pack = says.get(part) ?? NOTHING;
          if (pack === said) continue;
          this.faults.add("row.differs", kind.list, row, { part, pack: shown(pack), said: shown(said) });
          break;
        }
      }
  }
}

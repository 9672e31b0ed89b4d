/**
 * What people recorded against the events that tell of it: each row has the event that recorded it, says what that event says, and
 * no row of which an event tells is missing. What later steps change of a row (its state, its class, that it was taken back) is
 * not compared: the steps have rows and events of their own.
 */
import { canonicalJson } from "../../db/canonical-json";
import type { Faults } from "./faults";
import { LISTS } from "./format";
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
  /** What later steps change. */
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
    moves: ["undoneBy", "undoneAt", "undoneReason"],
    by: "recordedBy",
  },
  {
    list: LISTS.actions,
    recorded: "action.recorded",
    changed: "action.changed",
    id: "actionId",
    facts: "action",
    moves: [],
    by: "recordedBy",
  },
  {
    list: LISTS.repayments,
    recorded: "repayment.recorded",
    changed: "repayment.counted",
    id: "groupId",
    facts: "group",
    moves: [],
    by: "recordedBy",
  },
  {
    list: LISTS.decisions,
    recorded: "supplier.decided",
    id: "decisionId",
    facts: "record",
    moves: [],
    by: "proposedBy",
  },
];

const BY_LIST: ReadonlyMap<string, Kind> = new Map(KINDS.map((kind) => [kind.list, kind]));
const BY_EVENT: ReadonlyMap<string, Kind> = new Map(
  KINDS.flatMap((kind) => [kind.recorded, ...(kind.changed ? [kind.changed] : [])].map((name) => [name, kind])),
);

type Facts = Readonly<Record<string, unknown>>;
interface Packed {
  readonly row: number;
  readonly says: Facts;
  /** What the events say by now; null before the one that recorded it. */
  told: Facts | null;
}

const isFacts = (value: unknown): value is Facts =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const shown = (value: unknown): string => (typeof value === "string" ? value : canonicalJson(value ?? null));

export class RecordCheck {
  /** Findings of which no event of a pack can tell. */
  inConfidence = 0;
  readonly #packed: ReadonlyMap<string, Map<string, Packed>> = new Map(KINDS.map(({ list }) => [list, new Map()]));

  readonly #listed = new Set<string>();

  constructor(private readonly faults: Faults) {}

  /** All rows of a list were given. */
  listed(list: string): void {
    this.#listed.add(list);
  }

  /** A row of any list but those that a verifier computes with. Before the events. */
  row(list: string, row: number, value: unknown): void {
    if (!isFacts(value)) return this.faults.add("row.shape", list, row);
    const kind = BY_LIST.get(list);
    if (!kind) return;
    const packed = this.#packed.get(list)!;
    const { id } = value;
    if (typeof id !== "string") return this.faults.add("row.shape", list, row);
    if (packed.has(id)) return this.faults.add("row.order", list, row);
    if (list === LISTS.findings && value["source"] === IN_CONFIDENCE) {
      this.inConfidence += 1;
      return;
    }
    packed.set(id, { row, says: value, told: null });
  }

  /** An event whose contents are shown. */
  event(row: number, { seq, name, actor, contents }: OpenEvent): void {
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
    const by = name === kind.recorded ? { [kind.by]: actor } : {};
    const keys =
      kind.only ?? Object.keys(facts).filter((key) => !COLUMNS_LEFT_OUT.has(key) && !kind.moves.includes(key));
    packed.told = { ...packed.told, ...Object.fromEntries(keys.map((key) => [key, facts[key]])), ...by };
  }

  /** After the last event. @param erased names of events whose contents were erased: one of them may have been the one that told. */
  finish(erased: ReadonlySet<string>): void {
    for (const kind of KINDS)
      for (const { row, says, told } of this.#packed.get(kind.list)!.values()) {
        if (told === null) {
          if (!erased.has(kind.recorded)) this.faults.add("trail.untold", kind.list, row);
          continue;
        }
        if (kind.changed && erased.has(kind.changed)) continue;
        for (const [part, said] of Object.entries(told))
          if (canonicalJson(says[part] ?? null) !== canonicalJson(said ?? null)) {
            const values = { part, pack: shown(says[part]), said: shown(said) };
            this.faults.add("row.differs", kind.list, row, values);
            break;
          }
      }
  }
}

/** Which list was shown at the end of a day: the chain says which was published, built again, and taken back. */
import type { Database, Scope } from "../../../db/database";
import { findImport, importOfGeneration } from "../../../db/queries/imports";
import { findGeneration, generationsWith, KEPT_STATES, type Generation } from "../../../db/queries/register";
import { eventsUntil, lastEventUntil, LIST_MOVES } from "../../../db/queries/trail";
import type { IsoDate } from "../../../risk-models/types";
import { endOfDay } from "../../lib/as-known-on";
import { dayOf } from "../scoring/assessor.server";
import { parseContents } from "./trail-view.server";

/** A list as it was shown. */
export interface ListThen {
  readonly importId: string;
  readonly fileName: string;
  readonly publishedAt: Date;
  /** When it was last built again; null: it stands as it was published. */
  readonly builtAt: Date | null;
  readonly modelId: string;
  readonly dataDate: string;
  /** Null: its numbers were not sealed. */
  readonly numbers: {
    readonly suppliers: number;
    readonly level: Readonly<Record<string, number>>;
    readonly band: Readonly<Record<string, number>>;
  } | null;
}

type Told = Readonly<Record<string, unknown>>;
const told = (contents: string | null): Told => (parseContents(contents) ?? {}) as Told;

/** The last move of a list is in the chain, and what it said was erased: which list was shown, or whether any, nothing tells. */
export type Erased = "erased";

/** The list that was shown at an instant, as the chain tells it, with its numbers where they were sealed; null: none. */
export async function listThen(db: Database, scope: Scope, end: Date): Promise<ListThen | Erased | null> {
  const moves = await eventsUntil(db, scope, LIST_MOVES, end);
  // A list's seal may come after the day; it tells what was shown from the moment of its publication.
  const seals = await eventsUntil(db, scope, ["register.sealed"], new Date(8.64e15));
  let shown: number | Erased | null = null;
  const built = new Map<number, { importId: string; publishedAt: Date; builtAt: Date | null }>();
  const becameOf = new Map<number, number>();
  const published = new Map<number, Told>();
  for (const { name, at, contents } of moves) {
    if (contents === null) {
      shown = "erased";
      continue;
    }
    const said = told(contents);
    const generation = Number(said["generation"]);
    if (name === "import.published") {
      built.set(generation, { importId: String(said["importId"]), publishedAt: at, builtAt: null });
      published.set(generation, said);
      shown = generation;
    } else if (name === "import.undone") {
      let restored = said["restoredGeneration"] as number | null;
      while (restored !== null && becameOf.has(restored)) restored = becameOf.get(restored)!;
      shown = restored;
    } else {
      const before = Number(said["previousGeneration"]);
      const from = built.get(before);
      becameOf.set(before, generation);
      if (from) built.set(generation, { ...from, builtAt: at });
      if (published.has(before)) published.set(generation, published.get(before)!);
      if (shown === before || shown === "erased") shown = generation;
    }
  }
  if (shown === null || shown === "erased") return shown;
  const list = built.get(shown);
  // Its publication was erased.
  if (!list) return "erased";
  const seal = seals.map(({ contents }) => told(contents)).find(({ generation }) => generation === shown);
  const sealed = seal?.["list"] as
    | { modelId: string; dataDate: string; suppliers: number; counts: Record<string, Record<string, number>> }
    | undefined;
  const said = published.get(shown);
  const upload = (await findImport(db, scope, list.importId))?.upload;
  return {
    ...list,
    fileName: upload?.fileName ?? "",
    modelId: sealed?.modelId ?? String(said?.["modelId"] ?? ""),
    dataDate: sealed?.dataDate ?? String(said?.["dataDate"] ?? ""),
    numbers: sealed
      ? { suppliers: sealed.suppliers, level: sealed.counts["level"] ?? {}, band: sealed.counts["band"] ?? {} }
      : null,
  };
}

/** The list of a past day with its lines. */
export interface KeptList {
  readonly generation: Generation;
  readonly importId: string;
  readonly fileName: string;
  readonly publishedAt: Date | null;
  /** The day it was uploaded. */
  readonly listDay: IsoDate;
}

export type ListOn =
  | { readonly is: "none" }
  /** It was built again since, and its lines are not kept; what the chain tells of it. */
  | { readonly is: "gone"; readonly list: ListThen | Erased }
  | { readonly is: "kept"; readonly list: KeptList };

/** The generation that was shown at an instant; null: no list. The last move says it. */
export async function shownAt(db: Database, scope: Scope, end: Date): Promise<number | Erased | null> {
  const last = await lastEventUntil(db, scope, LIST_MOVES, end);
  if (last === null) return null;
  if (last.contents === null) return "erased";
  const no = told(last.contents)[last.name === "import.undone" ? "restoredGeneration" : "generation"];
  return typeof no === "number" ? no : null;
}

/**
 * Whether a list is kept. Who reads a list of a past day looks again when everything is read: it may have been swept meanwhile,
 * and its rows with it.
 */
export async function isKept(db: Database, scope: Scope, generation: number): Promise<boolean> {
  const found = await findGeneration(db, scope, generation);
  return found !== null && KEPT_STATES.includes(found.state);
}

/** The list that was shown at the end of a day (UTC), with its lines where they are kept. Reads a few rows, however long the chain. */
export async function listOn(db: Database, scope: Scope, day: IsoDate): Promise<ListOn> {
  const end = endOfDay(day);
  const no = await shownAt(db, scope, end);
  if (no === null) return { is: "none" };
  const generation = no === "erased" ? null : await findGeneration(db, scope, no);
  const record =
    generation && KEPT_STATES.includes(generation.state) ? await importOfGeneration(db, scope, generation.no) : null;
  if (!generation || !record) return { is: "gone", list: (await listThen(db, scope, end)) ?? "erased" };
  const { id, upload, publishedAt, createdAt } = record;
  return {
    is: "kept",
    list: { generation, importId: id, fileName: upload.fileName, publishedAt, listDay: dayOf(createdAt) },
  };
}

const dayBefore = (at: Date): IsoDate => dayOf(new Date(at.getTime() - 86_400_000));

/**
 * The last day (UTC) that ended with a list which had the supplier, of one that the list of today does not have. Null: no day did, what
 * was shown then was erased from the chain, or the lists that had it are not kept.
 */
export async function lastDayOf(db: Database, scope: Scope, supplierId: string): Promise<IsoDate | null> {
  const having = new Set(await generationsWith(db, scope, supplierId));
  if (having.size === 0) return null;
  let last: IsoDate | null = null;
  let shown: { readonly no: number; readonly since: IsoDate } | null = null;
  for (const { name, at, contents } of await eventsUntil(db, scope, LIST_MOVES, new Date(8.64e15))) {
    if (shown !== null && having.has(shown.no) && shown.since < dayOf(at)) last = dayBefore(at);
    const no = told(contents)[name === "import.undone" ? "restoredGeneration" : "generation"];
    shown = typeof no === "number" ? { no, since: dayOf(at) } : null;
  }
  const then = last === null ? null : await shownAt(db, scope, endOfDay(last));
  return typeof then === "number" && having.has(then) ? last : null;
}

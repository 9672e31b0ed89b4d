/** Which list was shown at the end of a day: the chain says which was published, built again, and taken back. */
import type { Database, Scope } from "../../../db/database";
import { findImport, importOfGeneration } from "../../../db/queries/imports";
import { findGeneration, type Generation } from "../../../db/queries/register";
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

/** The list that was shown at an instant, as the chain tells it, with its numbers where they were sealed; null: none. */
export async function listThen(db: Database, scope: Scope, end: Date): Promise<ListThen | null> {
  const moves = await eventsUntil(db, scope, LIST_MOVES, end);
  // A list's seal may come after the day; it tells what was shown from the moment of its publication.
  const seals = await eventsUntil(db, scope, ["register.sealed"], new Date(8.64e15));
  let shown: number | null = null;
  const built = new Map<number, { importId: string; publishedAt: Date; builtAt: Date | null }>();
  const becameOf = new Map<number, number>();
  const published = new Map<number, Told>();
  for (const { name, at, contents } of moves) {
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
      if (shown === before) shown = generation;
    }
  }
  const list = shown === null ? undefined : built.get(shown);
  if (shown === null || !list) return null;
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
  | { readonly is: "gone"; readonly list: ListThen | null }
  | { readonly is: "kept"; readonly list: KeptList };

/** The generation that was shown at an instant; null: no list. The last move says it. */
export async function shownAt(db: Database, scope: Scope, end: Date): Promise<number | null> {
  const last = await lastEventUntil(db, scope, LIST_MOVES, end);
  const said = told(last?.contents ?? null);
  const no = said[last?.name === "import.undone" ? "restoredGeneration" : "generation"];
  return typeof no === "number" ? no : null;
}

/** The list that was shown at the end of a day (UTC), with its lines where they are kept. Reads a few rows, however long the chain. */
export async function listOn(db: Database, scope: Scope, day: IsoDate): Promise<ListOn> {
  const end = endOfDay(day);
  const no = await shownAt(db, scope, end);
  if (no === null) return { is: "none" };
  const generation = await findGeneration(db, scope, no);
  const isKept = generation && ["published", "superseded", "past"].includes(generation.state);
  const record = isKept ? await importOfGeneration(db, scope, no) : null;
  if (!generation || !record) return { is: "gone", list: await listThen(db, scope, end) };
  const { id, upload, publishedAt, createdAt } = record;
  return {
    is: "kept",
    list: { generation, importId: id, fileName: upload.fileName, publishedAt, listDay: dayOf(createdAt) },
  };
}

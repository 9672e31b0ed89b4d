import type { Database, Scope } from "../../db/database";
import type { LinesThen } from "../../db/orders";
import { linesThen } from "../services/readings/lines-then.server";
import { dayOf } from "../services/scoring/assessor.server";
import { isKept, listOn, type KeptList } from "../services/trail/list-then.server";
import { pastDay } from "./as-known-on";

/** What a page says of the list of the past day it shows. */
export interface PastListView {
  readonly day: string;
  /**
   * `kept`: shown line by line; `gone`: built again since, only its seal is left, or with no `fileName`, not even which it was;
   * `none`: no list was shown that day.
   */
  readonly is: "kept" | "gone" | "none";
  readonly fileName: string | null;
  readonly publishedAt: Date | null;
}

/** The list that an address asks for, of today or of a past day. */
export interface AskedList {
  /** Null: nothing is to be shown line by line. */
  readonly generation: number | null;
  /** Null: today. */
  readonly past: PastListView | null;
  /** Of a past day, where it is kept. */
  readonly kept: KeptList | null;
  /** The lines of a past day that were written again since. */
  readonly linesThen: LinesThen | undefined;
}

/** The list a page is to show: `published`, or with `on=` in the address that of the end of that day. */
export async function askedList(
  db: Database,
  scope: Scope & { readonly publishedGeneration: number | null },
  search: URLSearchParams,
): Promise<AskedList> {
  const day = pastDay(search, dayOf(new Date()));
  if (day === null) return { generation: scope.publishedGeneration, past: null, kept: null, linesThen: undefined };
  const on = await listOn(db, scope, day);
  const list = on.is === "none" || on.list === "erased" ? null : on.list;
  const past = { day, is: on.is, fileName: list?.fileName ?? null, publishedAt: list?.publishedAt ?? null };
  if (on.is !== "kept") return { generation: null, past, kept: null, linesThen: undefined };
  return {
    generation: on.list.generation.no,
    past,
    kept: on.list,
    linesThen: await linesThen(db, scope, on.list, day),
  };
}

/**
 * What a page reads of the list that an address asks for. One of a past day may be swept while it is read: then it is read again,
 * as of a list that is gone.
 */
export async function readAsked<T>(
  db: Database,
  scope: Scope & { readonly publishedGeneration: number | null },
  search: URLSearchParams,
  read: (asked: AskedList) => Promise<T>,
): Promise<T> {
  for (;;) {
    const asked = await askedList(db, scope, search);
    const stays = async () => asked.kept === null || isKept(db, scope, asked.kept.generation.no);
    try {
      const found = await read(asked);
      if (await stays()) return found;
    } catch (error) {
      if (await stays()) throw error;
    }
  }
}

/** What an upload was at the end of a past day: what had been done with it, by whom, and what was counted when it was published. */
import { z } from "zod";
import type { Database, Scope } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { findOriginal, type Original } from "../../../db/queries/kept";
import { countEventsUntil, eventsUntil, lastEventUntil } from "../../../db/queries/trail";
import { endOfDay } from "../../lib/as-known-on";
import { can } from "../../lib/permissions";
import { importOfGeneration } from "../../../db/queries/imports";
import { shownAt } from "../trail/list-then.server";
import { parseContents } from "../trail/trail-view.server";
import { findImport, type ImportRecord } from "./import-record.server";

/** What is told of an upload; what became of its rows is told by the list's own pages. */
const STEPS = [
  "import.received",
  "import.settings-changed",
  "import.ledger-total-stated",
  "import.published",
  "import.undone",
  "import.discarded",
  "original.sealed",
  "original.downloaded",
  "original.deleted",
] as const;

export type ImportStep = (typeof STEPS)[number];

export interface StepThen {
  readonly seq: number;
  readonly at: Date;
  readonly name: ImportStep;
  /** Null: the program did it, the person has no account any more, or the reader may not read the trail. */
  readonly who: string | null;
  readonly isProgram: boolean;
  /** Texts and numbers of the event, for its sentence. */
  readonly values: Readonly<Record<string, string | number>>;
}

const Total = z.object({
  currency: z.string(),
  file: z.string(),
  counted: z.string(),
  creditNotes: z.string(),
  setAside: z.string(),
  rejected: z.string(),
});
const Ledger = z.object({ currency: z.string(), stated: z.string().nullable(), difference: z.string().nullable() });
const Published = z.object({
  generation: z.number(),
  suppliers: z.number(),
  modelId: z.string(),
  dataDate: z.string(),
  summary: z
    .object({
      rows: z.object({
        read: z.number(),
        imported: z.number(),
        repaired: z.number(),
        setAside: z.number(),
        leftOut: z.number(),
      }),
      totals: z.array(Total),
      ledger: z.array(Ledger).optional(),
    })
    .optional()
    .catch(undefined),
});

/** What was counted when the list was published, as the chain holds it. */
export type PublishedNumbers = z.infer<typeof Published>;

export interface ImportThen {
  readonly record: ImportRecord;
  /** `open`: received and neither published nor put away; how far its reading had come is not kept by day. */
  readonly state: "open" | "published" | "undone" | "discarded";
  /** It was the list everyone saw at the end of the day; null: which that was can no longer be told. */
  readonly isShown: boolean | null;
  /** When the list was last built again with decisions and answers by then; null: not since it was published, or not shown. */
  readonly builtAt: Date | null;
  /** The oldest first. Who took the original, and when, is for those who may read the trail. */
  readonly steps: readonly StepThen[];
  /** Whether the reader is told who did each step. */
  readonly tellsWho: boolean;
  /** Null: not published by then. */
  readonly numbers: PublishedNumbers | null;
  /** What had become of the file as it was received; null: nothing yet. */
  readonly original: Original | null;
}

/** The upload of a past day: `before`: it was not there yet; `untold`: what was done with it was erased from the chain. */
export type ImportOn = ImportThen | "before" | "untold";

type Event = Awaited<ReturnType<typeof eventsUntil>>[number];

/** The events of an upload in the whole chain, in their order. */
async function stepsOf(db: Database, scope: Scope, { id, uploadId }: ImportRecord): Promise<Event[]> {
  const all = await eventsUntil(db, scope, STEPS, new Date(8.64e15), [id, uploadId]);
  // The ids may stand in the contents as something else.
  return all.filter(({ contents }) => {
    const said = (parseContents(contents) ?? {}) as Readonly<Record<string, unknown>>;
    return said["importId"] === id || said["uploadId"] === uploadId;
  });
}

/** Is something missing from the chain that the upload's own row says was done? */
function isErased({ state, publishedAt }: ImportRecord, steps: readonly Event[]): boolean {
  const has = (name: ImportStep) => steps.some((step) => step.name === name);
  return (
    !has("import.received") ||
    (publishedAt !== null && !has("import.published")) ||
    (state === "undone" && !has("import.undone")) ||
    (state === "discarded" && !has("import.discarded"))
  );
}

const valuesOf = (contents: string | null): StepThen["values"] =>
  Object.fromEntries(
    Object.entries((parseContents(contents) ?? {}) as Readonly<Record<string, unknown>>).filter(
      (pair): pair is [string, string | number] => typeof pair[1] === "string" || typeof pair[1] === "number",
    ),
  );

/** What was known of the original by an instant: sealed later is not yet, deleted later is still there. */
const originalAt = (original: Original | null, end: Date): Original | null =>
  original === null || original.sealedAt > end
    ? null
    : original.deletedAt !== null && original.deletedAt > end
      ? { ...original, state: "encrypted", deletedAt: null }
      : original;

/** Whether the upload's list was shown at an instant, and when it was last built again by then. */
async function shownThen(db: Database, scope: Scope, importId: string, end: Date) {
  const no = await shownAt(db, scope, end);
  if (no === "erased") return { isShown: null, builtAt: null };
  const source = no === null ? null : await importOfGeneration(db, scope, no);
  // A list that was swept is known by what the chain says it was built from.
  const applied = await lastEventUntil(db, scope, ["understanding.applied"], end);
  const built = (parseContents(applied?.contents ?? null) ?? {}) as Readonly<Record<string, unknown>>;
  const isBuilt = no !== null && built["generation"] === no;
  const isShown = source ? source.id === importId : isBuilt && built["importId"] === importId;
  return { isShown, builtAt: isShown && isBuilt && applied ? applied.at : null };
}

/** An upload at the end of a day (UTC). @throws Problem `import.not-found`. */
export async function importThen(db: Database, scope: Scope, importId: string, day: string): Promise<ImportOn> {
  const end = endOfDay(day);
  const record = await findImport(db, scope, importId);
  if (record.createdAt > end) return "before";
  const whole = await stepsOf(db, scope, record);
  if (isErased(record, whole)) return "untold";
  const steps = whole.filter(({ at }) => at <= end);
  const tellsWho = can(scope.role, "audit:read");
  const told = tellsWho ? steps : steps.filter(({ name }) => name !== "original.downloaded");
  const names = await namesOfUsers(db, tellsWho ? told.map(({ actorUserId }) => actorUserId) : []);
  const find = (name: ImportStep) => steps.find((step) => step.name === name);
  const published = find("import.published");
  const state = find("import.undone")
    ? "undone"
    : published
      ? "published"
      : find("import.discarded")
        ? "discarded"
        : "open";
  return {
    record,
    state,
    ...(state === "published" ? await shownThen(db, scope, importId, end) : { isShown: false, builtAt: null }),
    tellsWho,
    steps: told.map(({ seq, at, name, actorUserId, contents }) => ({
      seq,
      at,
      name: name as ImportStep,
      who: actorUserId === null ? null : (names.get(actorUserId) ?? null),
      isProgram: actorUserId === null,
      values: valuesOf(contents),
    })),
    numbers: published ? Published.parse(parseContents(published.contents)) : null,
    original: originalAt(await findOriginal(db, scope, record.uploadId), end),
  };
}

/** How many uploads had been received by the end of a day, and what had been done with them; from the chain alone. */
export async function importsUntil(
  db: Database,
  scope: Scope,
  day: string,
): Promise<Readonly<Record<"received" | "published" | "undone" | "discarded", number>>> {
  const names = ["received", "published", "undone", "discarded"] as const;
  const counted = await countEventsUntil(
    db,
    scope,
    names.map((name) => `import.${name}`),
    endOfDay(day),
  );
  const count = (name: (typeof names)[number]) => counted.get(`import.${name}`) ?? 0;
  return {
    received: count("received"),
    published: count("published"),
    undone: count("undone"),
    discarded: count("discarded"),
  };
}

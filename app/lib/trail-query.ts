import { z } from "zod";
import type { TrailFilter } from "../../db/queries/trail";
import { TRAIL_GROUP_NAMES, TRAIL_GROUPS } from "./trail-groups";

const DAY_MS = 86_400_000;
const Day = z.iso.date();
const Id = z.string().regex(/^[\w-]{1,64}$/u);

/** What the address of the trail's page says: words, person, kind of event, record, days. What cannot be read is left out. */
export interface TrailQuery {
  readonly q: string;
  readonly person: string;
  readonly what: string;
  readonly record: string;
  readonly from: string;
  readonly to: string;
}

const WORDS = 200;

export function readTrailQuery(params: URLSearchParams): TrailQuery {
  const said = (name: string, schema: z.ZodType<string>) => schema.safeParse(params.get(name)).data ?? "";
  return {
    q: (params.get("q") ?? "").trim().slice(0, WORDS),
    person: said("person", Id),
    what: TRAIL_GROUP_NAMES.find((name) => name === params.get("what")) ?? "",
    record: said("record", Id),
    from: said("from", Day),
    to: said("to", Day),
  };
}

/** The query as it stands in an address, blank parts left out. */
export const trailAddress = (query: TrailQuery, more: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams(Object.entries({ ...query, ...more }).filter(([, value]) => value !== "")).toString();

/** Days are those of UTC, the last one included. */
export const trailFilter = ({ q, person, what, record, from, to }: TrailQuery): TrailFilter => ({
  words: q || undefined,
  person: person || undefined,
  record: record || undefined,
  names: TRAIL_GROUP_NAMES.some((name) => name === what) ? TRAIL_GROUPS[what as "people"] : undefined,
  from: from ? new Date(`${from}T00:00:00Z`) : undefined,
  to: to ? new Date(new Date(`${to}T00:00:00Z`).getTime() + DAY_MS) : undefined,
});

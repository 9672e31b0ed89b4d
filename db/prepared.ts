/** Statements that are built once and asked many times: building one costs more than running it. */
import { sql } from "drizzle-orm";
import type { SQL, SQLWrapper } from "drizzle-orm";
import type { Database, Engine } from "./database";

type Values = Readonly<Record<string, unknown>>;

/** A select that is built and not yet run; its `sql.placeholder(…)` are given with each run. */
type Built<Row> = PromiseLike<Row[]> & { prepare(name: string): { execute(values: Values): PromiseLike<unknown> } };

type Kept = { execute(values: Values): PromiseLike<unknown> };
const keptBy = new WeakMap<Database["q"], Map<string, Kept>>();

/**
 * Runs the select that `build` makes, prepared at its first use on this database.
 * @param name stands for the statement: two statements never share one.
 * @param values of its placeholders, by name.
 */
export async function runPrepared<Row>(
  db: Database,
  name: string,
  build: () => Built<Row>,
  values: Values,
): Promise<Row[]> {
  let kept = keptBy.get(db.q);
  if (!kept) keptBy.set(db.q, (kept = new Map()));
  let statement = kept.get(name);
  if (!statement) kept.set(name, (statement = build().prepare(name)));
  return (await statement.execute(values)) as Row[];
}

/** `column` is one of the whole numbers that the placeholder `name` gives as JSON text. */
export function isOneOfGiven(engine: Engine, column: SQLWrapper, name: string): SQL {
  const list = sql.placeholder(name);
  return engine === "sqlite"
    ? sql`${column} IN (SELECT value FROM json_each(${list}))`
    : sql`${column} = ANY(ARRAY(SELECT jsonb_array_elements_text(${list}::jsonb)::bigint))`;
}

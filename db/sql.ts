import { sql } from "drizzle-orm";
import type { SQL, SQLWrapper } from "drizzle-orm";
import type { Engine } from "./database";

/** `column` is one of many whole numbers, bound as one value: a list of thousands is not taken apart by the builder. */
export function isOneOf(engine: Engine, column: SQLWrapper, numbers: readonly number[]): SQL {
  const list = JSON.stringify(numbers);
  return engine === "sqlite"
    ? sql`${column} IN (SELECT value FROM json_each(${list}))`
    : sql`${column} = ANY(ARRAY(SELECT jsonb_array_elements_text(${list}::jsonb)::bigint))`;
}

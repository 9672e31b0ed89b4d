import type { AnyScope, Database } from "../../../db/database";
import { eachFirm } from "../../../db/queries/screening";
import { namesOf } from "../../matching/name";
import { countWords, noWords, type WordCounts } from "../../matching/rarity";

/** So many suppliers say which words are common among a workspace's own; more would take longer and say the same. */
const COUNTED = 20_000;

/** How common words are in the names of a list of suppliers, counted over its first ones. */
export async function workspaceWords(db: Database, scope: AnyScope, generation: number): Promise<WordCounts> {
  const counts = noWords();
  for await (const lines of eachFirm(db, scope, generation)) {
    for (const { name } of lines) {
      const [first] = namesOf({ name });
      if (first) countWords(counts, first.words);
    }
    if (counts.names >= COUNTED) break;
  }
  return counts;
}

import { createReadStream, existsSync } from "node:fs";
import { z } from "zod";
import { match } from "../matching/match";
import type { Party } from "../matching/types";
import { reference } from "../lib/reference.server";
import { Problem } from "../lib/problem";
import { jsonOf, linesOf, lineWriter } from "./lines";
import { fromUser } from "./list-options";

export const MATCH_HELP = `candour match [FILE]

Reads pairs of firms as JSON lines from FILE or standard input and writes one JSON line for each, in the same order:
how probable it is that both are one firm, and what speaks for and against it. Nothing is decided by it.
A line that cannot be read gives {"id", "line", "error"} and the rest goes on.

  {"id": 1, "left": {"name": "..."}, "right": {"name": "..."}}

Keys of left and right; a key left out or null is unknown, neither for nor against:
  name       as written, in any script
  aliases    list of other names
  country    ISO 3166-1 code or a country's name
  city, address
  ids        object: lei, vat, duns, registration or any other kind to the number
  parent     name of the owner
  sector     ISIC code

Keys of an answer:
  score      0 to 1, docs/matching.md says what it was calibrated on
  features   what was measured, each 0 to 1
  compared   the two spellings that fit best
  because    reasons by strength: code, values, and effect in log-odds (below zero speaks against)
  unread     keys that were left out because nothing could be made of them; only where there are any
`;

const text = z.string().nullish();
const PARTY = z.object({
  name: z.string(),
  aliases: z.array(z.string()).nullish(),
  country: text,
  city: text,
  address: text,
  ids: z.record(z.string(), z.union([z.string(), z.number()]).nullish()).nullish(),
  parent: text,
  sector: text,
});
const LINE = z.object({ id: z.union([z.string(), z.number()]).nullish(), left: PARTY, right: PARTY });

/** Runs `candour match`. Memory does not grow with the number of lines. */
export async function matchPairs(args: readonly string[]): Promise<void> {
  const option = args.find((one) => one.startsWith("-"));
  if (option !== undefined || args.length > 1)
    throw new Problem("cli.usage", "Give one FILE, or none for standard input. See candour match --help.");
  const file = args[0] === undefined ? null : fromUser(args[0]);
  if (file && !existsSync(file)) throw new Problem("file.not-found", `There is no file ${file}. Check the path.`);
  const answers = lineWriter();
  for await (const [line, number] of linesOf(file ? createReadStream(file) : process.stdin))
    await answers.write(JSON.stringify(answerLine(line, number)));
  await answers.end();
}

function answerLine(line: string, number: number): object {
  const found = jsonOf(line, number);
  if ("error" in found) return found;
  const { id, json } = found;
  const read = LINE.safeParse(json);
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    return { id, line: number, error: `${path.join(".") || "The line"}: ${message}. See candour match --help.` };
  }
  const unread: string[] = [];
  const [left, right] = (["left", "right"] as const).map((side) => partyOf(read.data[side], side, unread));
  return { id, ...match(left!, right!), ...(unread.length > 0 && { unread }) };
}

function partyOf(given: z.infer<typeof PARTY>, side: string, unread: string[]): Party {
  const ids = Object.entries(given.ids ?? {}).filter((entry): entry is [string, string | number] => entry[1] != null);
  return {
    name: given.name,
    aliases: given.aliases ?? [],
    country: countryOf(given.country, `${side}.country`, unread),
    city: given.city ?? null,
    address: given.address ?? null,
    ids: Object.fromEntries(ids.map(([kind, value]) => [kind, String(value)])),
    parent: given.parent ?? null,
    sector: given.sector ?? null,
  };
}

function countryOf(given: string | null | undefined, key: string, unread: string[]): string | null {
  const country = given?.trim() ?? "";
  if (country === "" || country.toLowerCase() === "unknown") return null;
  const found = reference().resolver().country(country)?.iso2 ?? null;
  if (found === null) unread.push(key);
  return found;
}

import { parseArgs } from "node:util";
import type { IsoDate } from "../../risk-models/types";
import { Problem } from "../lib/problem";
import type { Because } from "../matching/types";
import { checkEdition } from "../screening/check-edition";
import { isOutOfDate, MOST_DAYS } from "../screening/age";
import { LEAST_SCORE } from "../screening/batch";
import { EditionScreen, type ListedHit } from "../screening/screen-editions";
import type { Edition } from "../screening/types";
import { assessorFor, dayOf } from "../services/scoring/assessor.server";
import { shippedEditions } from "../lib/shipped-lists.server";
import { dayOption, readEdition } from "./editions";
import { lineWriter } from "./lines";
import { editionsInForce, givenDatabase, inWorkspace } from "./lists-in-database";
import { fromUser, LIST_OPTIONS, listOptionsOf } from "./list-options";
import { readSuppliers, type NamedSupplier } from "./suppliers";
import { optionsOf } from "./output";

export const SCREEN_HELP = `candour screen FILE [options]

Compares the names of a supplier list or payment ledger (CSV, TSV, XLSX) with the screening lists and prints who could be
listed, each with list, edition, ground, legal effect and reasons. A match is a candidate: nothing is decided by it.
Private persons and authorities are not compared.

  --least SCORE        lowest score that is told, 0 to 1 (default ${LEAST_SCORE})
  --list LIST=FILE     this file of the publisher in the place of the edition of this version, or a list of your own;
                       may be given again and again; see candour lists --help
  --db FILE            the lists in force in this database file instead of those of this version alone
  --workspace SLUG     the lists in force in this workspace, of the data folder's database unless --db names another
  --taken DATE         the day the files of --list were taken (default: the day each was last changed)
  --json               one JSON object for each match, and a last one with the summary
  --sheet NAME         sheet of a workbook (default: the one that holds the list)
  --no-header          the first record is data
  --country ISO2       country of every row that names none
  --map FIELD=HEADER   the column with this header is this field; may be given again and again

Exit code 0, with or without a match; 2 with one sentence on standard error when a file cannot be used.
`;

/** Runs `candour screen`. */
export async function screen(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0)
    throw new Problem("cli.usage", "Write: candour screen FILE. `candour screen --help` lists the options.");
  const today = dayOf(new Date());
  const least = leastOption(values.least);
  const options = listOptionsOf(values, () => assessorFor(today));
  const database = givenDatabase(values);
  const inForce = database ? await inWorkspace(database, new Date(), editionsInForce) : shippedEditions();
  const editions = await editionsFor(inForce, values.list ?? [], dayOption("taken", values.taken));
  const { suppliers, setAside, leftOut } = await readSuppliers({ file: fromUser(file), ...options });
  const lists = new EditionScreen(editions);
  const out = lineWriter();
  let [matched, matches] = [0, 0];
  for (const supplier of suppliers) {
    const hits = lists.find(supplier.party, least);
    if (hits.length === 0) continue;
    matched++;
    matches += hits.length;
    if (values.json) for (const hit of hits) await out.write(JSON.stringify(hitInJson(supplier, hit, today)));
    else await out.write([supplierInWords(supplier), ...hits.map((hit) => hitInWords(hit, today)), ""].join("\n"));
  }
  const counts = { suppliers: suppliers.length, matched, matches, setAside, leftOut };
  await out.write(
    values.json ? JSON.stringify(summaryInJson(counts, editions, today)) : summaryInWords(counts, editions, today),
  );
  await out.end();
}

function parse(args: readonly string[]) {
  return optionsOf("screen", () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...LIST_OPTIONS,
        least: { type: "string" },
        list: { type: "string", multiple: true },
        db: { type: "string" },
        workspace: { type: "string" },
        taken: { type: "string" },
        json: { type: "boolean" },
      },
    }),
  );
}

function leastOption(text: string | undefined): number {
  if (text === undefined) return LEAST_SCORE;
  const least = /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  if (!(least >= 0 && least <= 1))
    throw new Problem("cli.least", `--least ${text} is not a score. Give a number from 0 to 1.`);
  return least;
}

/** The editions in force, those given as files in their place or behind them. */
async function editionsFor(
  inForce: readonly Edition[],
  given: readonly string[],
  readOn: IsoDate | null,
): Promise<Edition[]> {
  const editions = new Map(inForce.map((edition) => [edition.listId, edition]));
  for (const pair of given) {
    const at = pair.indexOf("=");
    if (at < 1 || at === pair.length - 1)
      throw new Problem("cli.list", `--list ${pair}: write LIST=FILE, for example --list US-UFLPA=page.html.`);
    const listId = pair.slice(0, at);
    const edition = await readEdition({ listId, file: pair.slice(at + 1), date: null, readOn });
    checkEdition(edition, editions.get(listId) ?? null);
    editions.set(listId, edition);
  }
  return [...editions.values()];
}

const placeIn = ({ name, country }: NamedSupplier["party"]): string => (country ? `${name} (${country})` : name);

const supplierInWords = ({ party, line, rows }: NamedSupplier): string =>
  `${placeIn(party)}, line ${line}${rows > 1 ? `, ${rows} rows` : ""}`;

function hitInWords({ edition, entry, score, answer }: ListedHit, today: IsoDate): string {
  const place = entry.countries.length > 0 ? ` (${entry.countries.join(", ")})` : "";
  const effects = entry.effects.map(({ jurisdiction, effect }) => `${jurisdiction}: ${inWords(effect)}`).join("; ");
  return [
    `  ${score.toFixed(2)}  ${edition.listId}  ${entry.name}${place}`,
    `        edition of ${edition.date}, taken ${edition.readOn}${isOutOfDate(edition, today) ? ", out of date" : ""}`,
    `        ground: ${inWords(entry.ground)}; ${effects}`,
    ...(entry.subsidiaries ? ["        the listing covers subsidiaries that it does not name"] : []),
    `        because ${answer().because.map(becauseInWords).join("; ")}`,
  ].join("\n");
}

/** A code as words: `import-ban` → "import ban". */
const inWords = (code: string): string => code.replaceAll("-", " ");

/** One reason with its values and what it adds to the log-odds. */
function becauseInWords(because: Because): string {
  const effect = `${because.effect < 0 ? "−" : "+"}${Math.abs(because.effect).toFixed(1)}`;
  const values =
    "words" in because
      ? because.words.map((word) =>
          typeof word === "string" ? word : word.left === word.right ? word.left : `${word.left}~${word.right}`,
        )
      : [because.left, because.right].map((side) => [side].flat().join(" ")).filter((side) => side !== "");
  return `${because.code} [${[...new Set(values)].join(", ")}] ${effect}`;
}

function hitInJson({ party, line, rows }: NamedSupplier, { edition, entry, score, answer }: ListedHit, today: IsoDate) {
  const { listId, title, date, readOn } = edition;
  const { compared, because } = answer();
  return {
    line,
    rows,
    supplier: { name: party.name, country: party.country ?? null },
    list: { listId, title, date, readOn, outOfDate: isOutOfDate(edition, today) },
    entry,
    score,
    compared,
    because,
  };
}

interface Counts {
  readonly suppliers: number;
  readonly matched: number;
  readonly matches: number;
  readonly setAside: number;
  readonly leftOut: number;
}

function summaryInJson(counts: Counts, editions: readonly Edition[], today: IsoDate) {
  const lists = editions.map((edition) => ({
    listId: edition.listId,
    date: edition.date,
    readOn: edition.readOn,
    entries: edition.entries.length,
    outOfDate: isOutOfDate(edition, today),
  }));
  return { summary: { on: today, ...counts, withoutMatch: counts.suppliers - counts.matched, lists } };
}

/** What was compared, and what the absence of a match says. */
function summaryInWords(counts: Counts, editions: readonly Edition[], today: IsoDate): string {
  const named = (some: readonly Edition[]) =>
    some.map(({ listId, date }) => `${listId} (edition of ${date})`).join(", ");
  const old = editions.filter((edition) => isOutOfDate(edition, today));
  const current = editions.filter((edition) => !old.includes(edition));
  const { suppliers, matched, setAside } = counts;
  const without = suppliers - matched;
  return [
    `${suppliers} suppliers compared on ${today}: ${matched} with a candidate match to be reviewed, ${without} without.`,
    ...(setAside > 0 ? [`${setAside} rows were not compared: private persons, authorities, wages and the like.`] : []),
    ...(current.length > 0 && without > 0
      ? [`For those ${without}: no match in the sources listed, on this date. Sources: ${named(current)}.`]
      : []),
    ...(old.length > 0
      ? [
          `Out of date, taken more than ${MOST_DAYS} days ago: ${named(old)}. That nothing was found there says nothing about this day: load the publisher's file with --list LIST=FILE.`,
        ]
      : []),
  ].join("\n");
}

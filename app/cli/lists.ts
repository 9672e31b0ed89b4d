import { parseArgs } from "node:util";
import type { Database, SystemScope } from "../../db/database";
import type { IsoDate } from "../../risk-models/types";
import { Problem } from "../lib/problem";
import { checkEdition } from "../screening/check-edition";
import { isOutOfDate, MOST_DAYS } from "../screening/age";
import { compareEditions, type EditionChanges } from "../screening/edition-changes";
import { isKnownList, LIST_HEADS } from "../screening/list-heads";
import { isCompared } from "../screening/party";
import type { Edition } from "../screening/types";
import { dayOf } from "../services/scoring/assessor.server";
import { shippedEditions } from "../lib/shipped-lists.server";
import { dayOption, readEdition } from "./editions";
import { optionsOf } from "./output";
import {
  editionsInForce,
  givenDatabase,
  inEachWorkspace,
  inWorkspace,
  updateList,
  type GivenDatabase,
} from "./lists-in-database";

export const LISTS_HELP = `candour lists [options]
candour lists check LIST FILE [options]
candour lists update LIST FILE [options]

Without a command: the screening lists, with the publisher's day of each edition, the day it was taken, its entries, what
was left out, and whether it is out of date (taken more than ${MOST_DAYS} days ago).

check reads a publisher's file, stops when its format or its numbers are not as they should be, and tells what is new
beside the edition in force. Nothing is stored. update does the same and puts the file in force in the database of the data
folder (CANDOUR_DATA): a publisher's list in every workspace, a list of your own in the one you name. Suppliers are compared anew.

  --db FILE         another database file; without it and --workspace, lists and check read those of this version alone
  --workspace SLUG  one workspace, of the data folder's database unless --db names another
  --expected N      entries you counted at the publisher; lets an unusual number through when it is the one found
  --date DATE       the publisher's day (default: the day in the file, else the day it was taken)
  --taken DATE      the day the file was taken from the publisher (default: the day it was last changed)
  --approved        a list of your own is an approved list, not a block list
  --json            JSON instead of words

LIST: ${Object.keys(LIST_HEADS).join(", ")}; any other word is a list of your own (a table with a column of names).

Exit code 0; 2 with one sentence on standard error when FILE cannot be used; the edition in force stays then.
`;

/** Runs `candour lists`. */
export async function lists(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const now = new Date();
  const [command, listId, file, ...rest] = positionals;
  const write = (json: unknown, words: readonly string[]) =>
    void process.stdout.write(values.json ? `${JSON.stringify(json, null, 2)}\n` : `${words.join("\n")}\n`);
  const database = givenDatabase(values, command === "update");
  if (command === undefined) {
    const editions = (await editionsIn(database, now)).map((edition) => summaryOf(edition, dayOf(now)));
    write(editions, editions.map(inWords));
    return;
  }
  const isUpdate = command === "update";
  if ((command !== "check" && !isUpdate) || !listId || !file || rest.length > 0)
    throw new Problem(
      "cli.usage",
      "Write: candour lists, candour lists check LIST FILE, or candour lists update LIST FILE. See candour lists --help.",
    );
  const taken = { listId, file, date: dayOption("date", values.date), readOn: dayOption("taken", values.taken) };
  const how = { expectedEntries: countOption(values.expected), approved: values.approved ?? false };
  if (isUpdate) {
    const inAll = database!.workspace === null && isKnownList(listId);
    const work = (db: Database, scope: SystemScope) => updateList(db, scope, taken, how, now);
    const done = inAll ? await inEachWorkspace(database!, now, work) : [await inWorkspace(database!, now, work)];
    done.forEach(told);
  } else {
    const edition = await readEdition(taken, how.approved);
    const inForce = (await editionsIn(database, now)).find((one) => one.listId === listId) ?? null;
    checkEdition(edition, inForce, how);
    told({ edition, changes: inForce && compareEditions(inForce, edition) });
  }

  function told({ edition, changes }: { edition: Summarised; changes: EditionChanges | null }): void {
    const summary = summaryOf(edition, dayOf(now));
    write({ ...summary, changes: changes && changesInJson(changes) }, [
      inWords(summary),
      ...(changes ? changesInWords(changes) : ["  the first edition of this list"]),
    ]);
  }
}

const editionsIn = (database: GivenDatabase | null, now: Date): Promise<readonly Edition[]> =>
  database ? inWorkspace(database, now, editionsInForce) : Promise.resolve(shippedEditions());

function parse(args: readonly string[]) {
  return optionsOf("lists", () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        db: { type: "string" },
        workspace: { type: "string" },
        approved: { type: "boolean" },
        expected: { type: "string" },
        date: { type: "string" },
        taken: { type: "string" },
      },
    }),
  );
}

function countOption(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d+$/.test(text)) throw new Problem("cli.count", `--expected ${text} is not a number of entries.`);
  return Number(text);
}

/** An edition with its entries, or with their number alone. */
type Summarised = Omit<Edition, "entries"> & { readonly entries: Edition["entries"] | number };

function summaryOf({ entries, ...head }: Summarised, today: IsoDate) {
  return {
    ...head,
    entries: typeof entries === "number" ? entries : entries.length,
    compared: typeof entries === "number" ? null : entries.filter(isCompared).length,
    outOfDate: isOutOfDate(head, today),
  };
}

function inWords(edition: ReturnType<typeof summaryOf>): string {
  const { listId, title, publisher, date, readOn, entries, compared, leftOut, outOfDate } = edition;
  const left = Object.entries(leftOut).map(([why, count]) => `${count} ${why}`);
  return [
    `${listId}  ${title} (${publisher})`,
    `  edition of ${date}, taken ${readOn}${outOfDate ? ", out of date" : ""}`,
    `  ${entries} entries${compared === null ? "" : `, ${compared} of them compared with names`}${left.length > 0 ? `; rows left out: ${left.join(", ")}` : ""}`,
  ].join("\n");
}

const changesInJson = ({ listed, changed, delisted }: EditionChanges) => ({
  listed: listed.map(({ id, name }) => ({ id, name })),
  changed: changed.map(({ after: { id, name }, fields }) => ({ id, name, fields })),
  delisted: delisted.map(({ id, name }) => ({ id, name })),
});

const changesInWords = ({ listed, changed, delisted }: EditionChanges): string[] => [
  `Beside the edition in force: ${listed.length} newly listed, ${changed.length} changed, ${delisted.length} delisted`,
  ...listed.map(({ name }) => `  + ${name}`),
  ...changed.map(({ after, fields }) => `  ~ ${after.name} (${fields.join(", ")})`),
  ...delisted.map(({ name }) => `  - ${name}`),
];

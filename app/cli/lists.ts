import { parseArgs } from "node:util";
import type { IsoDate } from "../../risk-models/types";
import { Problem } from "../lib/problem";
import { checkEdition } from "../screening/check-edition";
import { isOutOfDate, MOST_DAYS } from "../screening/age";
import { compareEditions, type EditionChanges } from "../screening/edition-changes";
import { LIST_HEADS } from "../screening/list-heads";
import { isCompared } from "../screening/party";
import type { Edition } from "../screening/types";
import { dayOf } from "../services/scoring/assessor.server";
import { shippedEditions } from "../lib/shipped-lists.server";
import { dayOption, readEdition } from "./editions";

export const LISTS_HELP = `candour lists [--json]
candour lists check LIST FILE [options]

Without a command: the screening lists of this version, with the publisher's day of each edition, the day it was taken,
its entries, what was left out, and whether it is out of date (taken more than ${MOST_DAYS} days ago).

check reads a publisher's file, stops when its format or its numbers are not as they should be, and tells what is new
beside the edition of this version. Nothing is stored.

  --expected N     entries you counted at the publisher; lets an unusual number through when it is the one found
  --date DATE      the publisher's day (default: the day in the file, else the day it was taken)
  --taken DATE     the day the file was taken from the publisher (default: the day it was last changed)
  --json           one JSON object

LIST: ${Object.keys(LIST_HEADS).join(", ")}; any other word is a list of your own (a table with a column of names).

Exit code 0; 2 with one sentence on standard error when FILE cannot be used.
`;

/** Runs `candour lists`. */
export async function lists(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const today = dayOf(new Date());
  const [command, listId, file, ...rest] = positionals;
  if (command === undefined) {
    const described = shippedEditions().map((edition) => summaryOf(edition, today));
    process.stdout.write(
      values.json ? `${JSON.stringify(described, null, 2)}\n` : `${described.map(inWords).join("\n")}\n`,
    );
    return;
  }
  if (command !== "check" || !listId || !file || rest.length > 0)
    throw new Problem("cli.usage", "Write: candour lists, or candour lists check LIST FILE. See candour lists --help.");
  const edition = await readEdition({
    listId,
    file,
    date: dayOption("date", values.date),
    readOn: dayOption("taken", values.taken),
  });
  const inForce = shippedEditions().find((one) => one.listId === listId) ?? null;
  checkEdition(edition, inForce, { expectedEntries: countOption(values.expected) });
  const changes = inForce && compareEditions(inForce, edition);
  const answer = summaryOf(edition, today);
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ ...answer, changes: changes && changesInJson(changes) }, null, 2)}\n`
      : [inWords(answer), ...(changes ? changesInWords(changes) : []), ""].join("\n"),
  );
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        expected: { type: "string" },
        date: { type: "string" },
        taken: { type: "string" },
      },
    });
  } catch (error) {
    throw new Problem(
      "cli.usage",
      `${error instanceof Error ? error.message.split(". ")[0] : "The options are wrong"}. See candour lists --help.`,
    );
  }
}

function countOption(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d+$/.test(text)) throw new Problem("cli.count", `--expected ${text} is not a number of entries.`);
  return Number(text);
}

function summaryOf({ entries, ...head }: Edition, today: IsoDate) {
  return {
    ...head,
    entries: entries.length,
    compared: entries.filter(isCompared).length,
    outOfDate: isOutOfDate(head, today),
  };
}

function inWords({
  listId,
  title,
  publisher,
  date,
  readOn,
  entries,
  compared,
  leftOut,
  outOfDate,
}: ReturnType<typeof summaryOf>) {
  const left = Object.entries(leftOut).map(([why, count]) => `${count} ${why}`);
  return [
    `${listId}  ${title} (${publisher})`,
    `  edition of ${date}, taken ${readOn}${outOfDate ? ", out of date" : ""}`,
    `  ${entries} entries, ${compared} of them compared with names${left.length > 0 ? `; rows left out: ${left.join(", ")}` : ""}`,
  ].join("\n");
}

const changesInJson = ({ listed, changed, delisted }: EditionChanges) => ({
  listed: listed.map(({ id, name }) => ({ id, name })),
  changed: changed.map(({ after: { id, name }, fields }) => ({ id, name, fields })),
  delisted: delisted.map(({ id, name }) => ({ id, name })),
});

const changesInWords = ({ listed, changed, delisted }: EditionChanges): string[] => [
  `Beside the edition of this version: ${listed.length} newly listed, ${changed.length} changed, ${delisted.length} delisted`,
  ...listed.map(({ name }) => `  + ${name}`),
  ...changed.map(({ after, fields }) => `  ~ ${after.name} (${fields.join(", ")})`),
  ...delisted.map(({ name }) => `  - ${name}`),
];

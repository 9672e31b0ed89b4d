import { existsSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { IsoDate } from "../../risk-models/types";
import { openListFile } from "../files/open-list-file.server";
import { Problem } from "../lib/problem";
import { reference } from "../lib/reference.server";
import { readListFile } from "../screening/read-list-file";
import type { Edition } from "../screening/types";
import { dayOf } from "../services/scoring/assessor.server";
import { fromUser } from "./list-options";

export interface TakenFile {
  readonly listId: string;
  /** As the user wrote it. */
  readonly file: string;
  /** The publisher's day; null: the one in the file. */
  readonly date: IsoDate | null;
  /** The day the file was taken; null: the day it was last changed. */
  readonly readOn: IsoDate | null;
}

/** Reads the file of a list. @throws Problem `file.…`, `list.…`. */
export async function readEdition({ listId, file, date, readOn }: TakenFile, approved = false): Promise<Edition> {
  const given = fromUser(file);
  if (!existsSync(given)) throw new Problem("file.not-found", `There is no file ${given}. Check the path.`);
  const workDir = await mkdtemp(path.join(os.tmpdir(), "candour-"));
  try {
    return readListFile(listId, await openListFile(given, workDir), {
      date,
      readOn: readOn ?? dayOf(statSync(given).mtime),
      own: { title: listId, publisher: listId, approved },
      country: (text) => reference().resolver().country(text)?.iso2 ?? null,
    });
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

/** An option that holds a day. @throws Problem `cli.day`. */
export function dayOption(option: string, text: string | undefined): IsoDate | null {
  if (text === undefined) return null;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (!at || Number.isNaN(at.getTime()) || dayOf(at) !== text)
    throw new Problem("cli.day", `--${option} ${text} is not a day. Write YYYY-MM-DD, for example 2026-03-01.`);
  return text;
}

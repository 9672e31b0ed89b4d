import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { unstable_createMemoryUploadHandler as memoryUpload, type UploadHandler } from "@remix-run/node";
import { z } from "zod";
import { newId } from "../../db/ids";
import { receiveUpload, tooLarge } from "../files/receive-upload.server";
import { nameKey } from "../imports/name-key";
import { isKnownList, LIST_HEADS } from "../screening/list-heads";
import type { NewEdition } from "../services/screening/load-edition.server";
import type { Config } from "./config.server";
import { Problem } from "./problem";

/** Lists with a reader for their publisher's own file. */
export const LOADABLE = Object.values(LIST_HEADS).map(({ listId, title, publisher, url }) => ({
  listId,
  title,
  publisher,
  url,
}));

const MOST_BYTES = 64 << 20;

/** Most bytes of the file of a list. */
export const mostBytes = ({ maxUploadBytes }: Pick<Config, "maxUploadBytes">): number =>
  Math.min(maxUploadBytes, MOST_BYTES);

/** Keeps the parts of a form in memory, all of them together at most so many bytes. @throws Problem `upload.too-large`. */
export function keptInMemory(most: number): UploadHandler {
  const keep = memoryUpload({ maxPartSize: most });
  let bytes = 0;
  async function* counted(data: AsyncIterable<Uint8Array>) {
    for await (const piece of data) {
      bytes += piece.length;
      if (bytes > most) throw tooLarge(most);
      yield piece;
    }
  }
  return (part) => keep({ ...part, data: counted(part.data) });
}

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u)
  .nullable()
  .catch(null);
const Form = z.object({
  list: z.string().max(100),
  title: z.string().trim().max(100).default(""),
  readOn: z.string().max(20).default(""),
  date: day,
  expected: z.coerce.number().int().positive().nullable().catch(null),
});

/** The file of a form, laid down where it can be read, with what the form says of it. */
export type ReceivedEdition = NewEdition & { readonly remove: () => Promise<void> };

/** @returns null when no file was chosen. @throws Problem `list.title` (422), `upload.…`. */
export async function receiveEdition(
  form: FormData,
  organisation: string,
  config: Pick<Config, "dataDir" | "maxUploadBytes">,
): Promise<ReceivedEdition | null> {
  const file = form.get("file");
  const said = Form.parse(Object.fromEntries([...form].filter(([name]) => name !== "file")));
  if (!(file instanceof File) || file.name === "") return null;
  const isOwn = !isKnownList(said.list);
  const approved = said.list === "own-approved";
  if (isOwn && said.title === "")
    throw new Problem("list.title", "Give your list a name: by it the next edition is known.", {}, 422);
  const folder = path.join(config.dataDir, "lists");
  await mkdir(folder, { recursive: true });
  const target = path.join(folder, newId(new Date()));
  const { bytes, sha256 } = await receiveUpload(Readable.fromWeb(file.stream() as never), target, {
    maxBytes: mostBytes(config),
  });
  const remove = () => rm(target, { force: true });
  if (bytes === 0) {
    await remove();
    throw new Problem(
      "upload.empty",
      `${file.name} is empty. Choose the file again, or save it anew in your spreadsheet program.`,
      { file: file.name },
      422,
    );
  }
  return {
    // One name for a block list and an approved list is two lists: neither may take the place of the other.
    listId: isOwn ? `${approved ? "own-approved" : "own"}-${nameKey(said.title).replaceAll(" ", "-")}` : said.list,
    own: isOwn ? { title: said.title, publisher: organisation, approved } : null,
    fileName: file.name,
    path: target,
    sha256,
    date: said.date,
    readOn: said.readOn,
    expectedEntries: said.expected,
    remove,
  };
}

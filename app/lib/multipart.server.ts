import { ReadableStream } from "node:stream/web";
import { unstable_parseMultipartFormData as parseMultipart, type UploadHandler } from "@remix-run/node";
import { Problem } from "./problem";

/** Most bytes of a form that stand between the contents of its parts: names, file names, types. */
const MOST_BETWEEN = 1 << 20;

const unreadable = (): Problem =>
  new Problem(
    "upload.unreadable",
    "The form that brought the file could not be read. Give the file a name of plain letters and numbers, then send it again.",
  );

/** What the reader of such forms says of one that is none. */
const isNoForm = (error: unknown): boolean =>
  error instanceof Error && /^(?:malformed |Could not parse content)/u.test(error.message);

/**
 * A form with a file, part by part. What a part's taker finds wrong it says itself; a form that ends in the middle, is
 * none, or has no end of names and heads (which the reader keeps in memory) is an expected failure.
 *
 * @throws Problem `upload.unreadable`, and what `take` throws
 */
export async function parseUpload(request: Request, take: UploadHandler): Promise<FormData> {
  let between = 0;
  async function* counted(body: AsyncIterable<Uint8Array>) {
    for await (const piece of body) {
      between += piece.length;
      if (between > MOST_BETWEEN + piece.length) throw unreadable();
      yield piece;
    }
  }
  async function* taken(data: AsyncIterable<Uint8Array>) {
    for await (const piece of data) {
      between = Math.max(0, between - piece.length);
      yield piece;
    }
  }
  const { headers } = request;
  const body = request.body && ReadableStream.from(counted(request.body as unknown as ReadableStream<Uint8Array>));
  try {
    return await parseMultipart({ headers, body } as unknown as Request, (part) =>
      take({ ...part, data: taken(part.data) }),
    );
  } catch (error) {
    throw isNoForm(error) ? unreadable() : error;
  }
}

import { createReadableStreamFromReadable } from "@remix-run/node";
import type { RegisterFile } from "../services/register/export-register.server";

/** Half a letter, which cannot be written, and marks that turn the direction, with which `fdp.exe` reads as `exe.pdf`. */
const UNSHOWN = /\p{Cs}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The `Content-Disposition` of a download; names in any script, with a plain fallback. */
export const attachment = (fileName: string): string =>
  `attachment; filename="${fileName.replace(/[^\x20-\x7e]|["\\%]/gu, "_")}"; filename*=UTF-8''${encodeURIComponent(fileName.replace(UNSHOWN, "_")).replace(/['()*]/gu, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;

/** A file as an answer whose body is written while it is read. When the reader goes away the writing stops. */
export function download(request: Request, { fileName, contentType, stream }: RegisterFile): Response {
  request.signal.addEventListener("abort", () => stream.destroy());
  return new Response(createReadableStreamFromReadable(stream), {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": attachment(fileName),
      "Cache-Control": "private, no-store",
    },
  });
}

import { buffer } from "node:stream/consumers";
import yazl from "yazl";

/** A zip of these parts, as bytes. */
export function yazlZip(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), name);
  zip.end();
  return buffer(zip.outputStream);
}

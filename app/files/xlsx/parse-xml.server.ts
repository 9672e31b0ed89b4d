import { StringDecoder } from "node:string_decoder";
import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { isProblem, Problem } from "../../lib/problem";
import { damaged } from "./package.server";

export type Attributes = Record<string, string>;

export interface XmlHandlers {
  /** Names come without their namespace prefix; attributes as written. */
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
  /** Called with the bytes of each piece before it is parsed; may throw to stop. */
  piece?(bytes: number): void;
  /** Asked after each piece: stop here, the rest of the part is not needed. */
  done?(): boolean;
}

const forbidden = () =>
  new Problem(
    "file.workbook-unsafe",
    "The workbook declares its own XML entities, which no spreadsheet program does. It was not read. Save it again as .xlsx in a spreadsheet program.",
  );

/** The name without its prefix: some programs write `x:row`. */
export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}

/**
 * Parses one part of a workbook as it is unzipped. No document type, no entities but XML's own five.
 *
 * @throws Problem `file.workbook-unsafe` for a document type, `file.workbook-damaged` for anything that is not XML
 */
export async function parseXml(stream: Readable, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false, fragment: false });
  parser.on("doctype", () => {
    throw forbidden();
  });
  parser.on("opentag", (tag) => handlers.open(localName(tag.name), tag.attributes as Attributes));
  if (handlers.close) parser.on("closetag", (tag) => handlers.close!(localName(tag.name)));
  if (handlers.text) {
    parser.on("text", (text) => handlers.text!(text));
    parser.on("cdata", (text) => handlers.text!(text));
  }
  let decoder: StringDecoder | null = null;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      decoder ??= new StringDecoder(piece[0] === 0xff && piece[1] === 0xfe ? "utf16le" : "utf8");
      handlers.piece?.(piece.length);
      parser.write(decoder.write(piece));
      if (handlers.done?.()) return;
    }
    parser.write(decoder?.end() ?? "");
    parser.close();
  } catch (error) {
    // The parser and the unzipping throw plain errors about bytes nobody but them has seen.
    throw isProblem(error) ? error : damaged();
  } finally {
    stream.destroy();
  }
}

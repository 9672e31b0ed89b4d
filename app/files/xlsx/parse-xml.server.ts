import { StringDecoder } from "node:string_decoder";
import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { isProblem } from "../../lib/problem";
import { damaged, unsafe } from "./problems";
import { localName, SheetXml } from "./sheet-xml";
import type { SheetHandlers } from "./sheet-xml";

export type Attributes = Record<string, string>;

export interface XmlHandlers {
  /** Names come without their namespace prefix; attributes as written. */
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Elements in one another: a workbook's parts have some ten. */
const DEEPEST = 100;
/** Characters without a tag, or within one: the parser keeps them until it is over. */
const LONGEST_RUN = 16 * 1024 ** 2;

/**
 * Parses one part of a workbook as it is unzipped. No document type, no entities but XML's own five.
 *
 * @throws Problem `file.workbook-unsafe` for a document type, `file.workbook-damaged` for anything that is not XML
 */
export function parseXml(stream: Readable, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false, fragment: false });
  parser.on("doctype", () => {
    throw unsafe();
  });
  let [depth, run] = [0, 0];
  parser.on("opentag", (tag) => {
    run = 0;
    if (++depth > DEEPEST) throw damaged();
    handlers.open(localName(tag.name), tag.attributes as Attributes);
  });
  parser.on("closetag", (tag) => {
    run = 0;
    depth--;
    handlers.close?.(localName(tag.name));
  });
  if (handlers.text) {
    parser.on("text", (text) => handlers.text!(text));
    parser.on("cdata", (text) => handlers.text!(text));
  }
  return eachText(
    stream,
    (text) => {
      run += text.length;
      if (run > LONGEST_RUN) throw damaged();
      parser.write(text);
      return true;
    },
    () => void parser.close(),
  );
}

/**
 * The same for the rows of a sheet, which are nearly all of a workbook: a parser that knows no more than they need.
 *
 * @param onPiece called with the bytes of each piece before it is parsed; may throw to stop
 */
export function parseSheet(stream: Readable, handlers: SheetHandlers, onPiece: (bytes: number) => void): Promise<void> {
  const parser = new SheetXml(handlers);
  return eachText(
    stream,
    (text, bytes) => {
      onPiece(bytes);
      parser.write(text);
      return !handlers.finished;
    },
    () => parser.close(),
  );
}

/** Decodes the part, UTF-8 or UTF-16, and hands it on until `use` says that it has enough. */
async function eachText(
  stream: Readable,
  use: (text: string, bytes: number) => boolean,
  end: () => void,
): Promise<void> {
  let decoder: StringDecoder | null = null;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      decoder ??= new StringDecoder(piece[0] === 0xff && piece[1] === 0xfe ? "utf16le" : "utf8");
      if (!use(decoder.write(piece), piece.length)) return;
    }
    if (decoder && !use(decoder.end(), 0)) return;
    end();
  } catch (error) {
    // The parser and the unzipping throw plain errors about bytes nobody but them has seen.
    throw isProblem(error) ? error : damaged();
  } finally {
    stream.destroy();
  }
}

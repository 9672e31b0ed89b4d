import { damaged, unsafe } from "./problems";

/**
 * The XML of a sheet, read piece by piece. Nearly all of a workbook is cells, and for those this takes a third of the time
 * of a general parser: only the attributes `r`, `s` and `t` of cells and rows are kept, text only where it is asked for.
 * Tags must match, entities are XML's own five and character references, a document type is refused. Pure.
 */
export interface SheetHandlers {
  /** Text is wanted now. */
  readonly collecting: boolean;
  /** Nothing more is wanted. */
  readonly finished: boolean;
  /** Names without prefix. The attributes are one object, used again for the next tag. */
  open(name: string, attributes: Readonly<SheetAttributes>): void;
  close(name: string): void;
  text(text: string): void;
}

export interface SheetAttributes {
  r: string | undefined;
  s: string | undefined;
  t: string | undefined;
}

/** Characters of one tag, comment or CDATA section. */
const LONGEST_TAG = 1 << 20;
/** Elements in one another: a sheet has some ten. */
const DEEPEST = 100;

/** The name without its prefix: some programs write `x:row`. */
export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}

const isSpace = (code: number) => code === 32 || code === 10 || code === 9 || code === 13;

export class SheetXml {
  /** What is left of the pieces before: the beginning of a tag, or of an entity. */
  private rest = "";
  private readonly openTags: string[] = [];
  private readonly attributes: SheetAttributes = { r: undefined, s: undefined, t: undefined };
  private sawRoot = false;

  constructor(private readonly handlers: SheetHandlers) {}

  write(piece: string): void {
    const { handlers } = this;
    const text = this.rest === "" ? piece : this.rest + piece;
    let at = 0;
    for (;;) {
      const tag = text.indexOf("<", at);
      if (tag === -1) {
        this.rest = this.textUpToPieceEnd(text, at);
        return;
      }
      if (tag > at && handlers.collecting) handlers.text(decoded(text.slice(at, tag)));
      const end = this.tag(text, tag);
      if (handlers.finished) return;
      if (end === -1) {
        this.rest = text.slice(tag);
        if (this.rest.length > LONGEST_TAG) throw damaged();
        return;
      }
      at = end;
    }
  }

  close(): void {
    if (this.handlers.finished) return;
    if (!this.sawRoot || this.openTags.length > 0 || this.rest.trim() !== "") throw damaged();
  }

  /** Hands on the text at the end of a piece, as far as it cannot be cut inside an entity or a line end. */
  private textUpToPieceEnd(text: string, at: number): string {
    if (!this.handlers.collecting) return "";
    let end = text.length;
    const entity = text.lastIndexOf("&");
    if (entity >= at && !text.includes(";", entity)) {
      end = entity;
      if (text.length - entity > 20) throw damaged();
    } else if (text.charCodeAt(end - 1) === 13) end--;
    if (end > at) this.handlers.text(decoded(text.slice(at, end)));
    return text.slice(end);
  }

  /** Reads the tag at `at`; index after it, or -1 when it is not complete. */
  private tag(text: string, at: number): number {
    const code = text.charCodeAt(at + 1);
    if (code === 47) return this.closeTag(text, at);
    if (code === 33) return this.declaration(text, at);
    if (code === 63) {
      const end = text.indexOf("?>", at);
      return end === -1 ? -1 : end + 2;
    }
    return this.openTag(text, at);
  }

  private closeTag(text: string, at: number): number {
    const end = text.indexOf(">", at);
    if (end === -1) return -1;
    let nameEnd = end;
    while (isSpace(text.charCodeAt(nameEnd - 1))) nameEnd--;
    const name = text.slice(at + 2, nameEnd);
    if (this.openTags.pop() !== name) throw damaged();
    this.handlers.close(localName(name));
    return end + 1;
  }

  /** A comment, a CDATA section, or a document type. */
  private declaration(text: string, at: number): number {
    if (text.startsWith("<!--", at)) {
      const end = text.indexOf("-->", at + 4);
      return end === -1 ? -1 : end + 3;
    }
    if (text.startsWith("<![CDATA[", at)) {
      const end = text.indexOf("]]>", at + 9);
      if (end === -1) return -1;
      if (this.handlers.collecting) this.handlers.text(lineEnds(text.slice(at + 9, end)));
      return end + 3;
    }
    if (text.length - at < 9) return -1;
    throw unsafe();
  }

  private openTag(text: string, at: number): number {
    const length = text.length;
    let i = at + 1;
    for (; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code === 62 || code === 47 || isSpace(code)) break;
    }
    if (i >= length) return -1;
    const name = text.slice(at + 1, i);
    if (name === "") throw damaged();
    const { attributes } = this;
    attributes.r = attributes.s = attributes.t = undefined;
    for (;;) {
      while (i < length && isSpace(text.charCodeAt(i))) i++;
      if (i >= length) return -1;
      const code = text.charCodeAt(i);
      if (code === 62) break;
      if (code === 47) {
        if (i + 1 >= length) return -1;
        if (text.charCodeAt(i + 1) !== 62) throw damaged();
        this.opened(name);
        this.openTags.pop();
        this.handlers.close(localName(name));
        return i + 2;
      }
      const equals = text.indexOf("=", i);
      if (equals === -1) return -1;
      let quote = equals + 1;
      while (isSpace(text.charCodeAt(quote))) quote++;
      if (quote >= length) return -1;
      const mark = text.charCodeAt(quote);
      if (mark !== 34 && mark !== 39) throw damaged();
      const end = text.indexOf(mark === 34 ? '"' : "'", quote + 1);
      if (end === -1) return -1;
      if (equals === i + 1 || isSpace(text.charCodeAt(i + 1))) this.keep(text.charCodeAt(i), text, quote + 1, end);
      i = end + 1;
    }
    this.opened(name);
    return i + 1;
  }

  /** Only attributes of one letter come here. */
  private keep(letter: number, text: string, start: number, end: number): void {
    if (letter === 114) this.attributes.r = text.slice(start, end);
    else if (letter === 115) this.attributes.s = text.slice(start, end);
    else if (letter === 116) this.attributes.t = text.slice(start, end);
  }

  private opened(name: string): void {
    if (this.openTags.length === 0) {
      if (this.sawRoot) throw damaged();
      this.sawRoot = true;
    }
    if (this.openTags.push(name) > DEEPEST) throw damaged();
    this.handlers.open(localName(name), this.attributes);
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** XML turns every line end into one line feed. */
const lineEnds = (text: string) => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);

/** Text with its entities replaced. */
function decoded(raw: string): string {
  const text = lineEnds(raw);
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));|&/g,
    (_, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) {
        const character = ENTITIES[name];
        if (character === undefined) throw damaged();
        return character;
      }
      const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? parseInt(hex, 16) : -1;
      if (code < 0 || code > 0x10ffff) throw damaged();
      return String.fromCodePoint(code);
    },
  );
}

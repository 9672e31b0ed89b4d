/** Reads back, piece by piece, what `csv-writer.server.ts` wrote: UTF-8 with a byte order mark, CRLF, RFC 4180 quotes. */
import { StringDecoder } from "node:string_decoder";

/** The records in their order, the header first. Memory does not grow with the file. */
export async function* csvBack(bytes: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  const decoder = new StringDecoder("utf8");
  const parser = new Records();
  for await (const some of bytes) yield* parser.read(decoder.write(some));
  yield* parser.read(decoder.end());
}

class Records {
  private record: string[] = [];
  private cell = "";
  private inQuotes = false;
  /** A quote was read inside quotes: the next letter says whether it ends them. */
  private quoteBefore = false;
  private atStart = true;

  *read(text: string): Generator<string[]> {
    let from = this.atStart && text.startsWith("\ufeff") ? 1 : 0;
    if (text !== "") this.atStart = false;
    for (let at = from; at < text.length; at++) {
      const letter = text[at]!;
      if (this.quoteBefore) {
        this.quoteBefore = false;
        if (letter === '"') {
          this.cell += '"';
          from = at + 1;
          continue;
        }
        this.inQuotes = false;
        from = at;
      }
      if (this.inQuotes) {
        if (letter !== '"') continue;
        this.cell += text.slice(from, at);
        from = at + 1;
        this.quoteBefore = true;
      } else if (letter === '"') {
        this.inQuotes = true;
        from = at + 1;
      } else if (letter === "," || letter === "\n") {
        this.cell += text.slice(from, at);
        from = at + 1;
        if (letter === "\n" && this.cell.endsWith("\r")) this.cell = this.cell.slice(0, -1);
        this.record.push(this.cell);
        this.cell = "";
        if (letter === "\n") {
          yield this.record;
          this.record = [];
        }
      }
    }
    if (!this.quoteBefore) this.cell += text.slice(from);
  }
}

import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { isProblem } from "../../lib/problem";
import { SheetXml } from "./sheet-xml";
import type { SheetAttributes } from "./sheet-xml";

/** Every event as a line, texts joined. */
class Recorder {
  readonly events: string[] = [];
  readonly collecting = true;
  readonly finished = false;
  private waiting = "";
  open(name: string, { r, s, t }: Readonly<SheetAttributes>) {
    this.flush();
    this.events.push(`<${name} ${JSON.stringify([r, s, t])}`);
  }
  close(name: string) {
    this.flush();
    this.events.push(`</${name}`);
  }
  text(text: string) {
    this.waiting += text;
  }
  flush() {
    if (this.waiting !== "") this.events.push(JSON.stringify(this.waiting));
    this.waiting = "";
  }
}

function quick(xml: string, pieceLength: number): string[] {
  const recorder = new Recorder();
  const parser = new SheetXml(recorder);
  for (let i = 0; i < xml.length; i += pieceLength) parser.write(xml.slice(i, i + pieceLength));
  parser.close();
  recorder.flush();
  return recorder.events;
}

function general(xml: string): string[] {
  const recorder = new Recorder();
  const parser = new SaxesParser();
  const local = (name: string) => name.slice(name.indexOf(":") + 1);
  parser.on("opentag", ({ name, attributes }) =>
    recorder.open(local(name), { r: attributes["r"], s: attributes["s"], t: attributes["t"] }),
  );
  parser.on("closetag", ({ name }) => recorder.close(local(name)));
  parser.on("text", (text) => recorder.text(text));
  parser.on("cdata", (text) => recorder.text(text));
  parser.write(xml).close();
  recorder.flush();
  return recorder.events;
}

const text = fc
  .array(
    fc.constantFrom(
      "a",
      "é",
      "中",
      " ",
      "\n",
      "\r\n",
      "\r",
      "&amp;",
      "&lt;",
      "&#10;",
      "&#x1F600;",
      "<!-- < & > -->",
      "<![CDATA[<&]]>",
      ">",
      "<?p <c?>",
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(""));
const attributes = fc
  .subarray([` r="B2"`, ` s='3'`, ` t = "s"`, ` xml:space="preserve"`, ` x="a>b"`, `\n cm="1"`])
  .map((all) => all.join(""));
const element: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.tuple(fc.constantFrom("c", "row", "v", "x:t"), attributes).map(([name, all]) => `<${name}${all}/>`),
    fc
      .tuple(fc.constantFrom("c", "row", "is", "x:v"), attributes, fc.array(tie("node"), { maxLength: 3 }))
      .map(([name, all, inside]) => `<${name}${all}>${inside.join("")}</${name} >`),
  ),
})).node;

test("the quick parser of sheets sees what a general XML parser sees, however the text is cut", () => {
  fc.assert(
    fc.property(fc.array(element, { maxLength: 4 }), fc.integer({ min: 1, max: 30 }), (inside, pieceLength) => {
      const xml = `<?xml version="1.0"?>\n<worksheet><sheetData>${inside.join("")}</sheetData></worksheet>`;
      expect(quick(xml, pieceLength)).toEqual(general(xml));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  "<worksheet><c></worksheet>",
  "<worksheet><c>",
  "<worksheet><c r=5/></worksheet>",
  "<worksheet>&unknown;</worksheet>",
  "<worksheet>a & b</worksheet>",
  "<worksheet/><worksheet/>",
  "<!DOCTYPE x><worksheet/>",
  "no xml at all",
  "",
])("what is not well-formed is refused: %s", (xml) => {
  for (const pieceLength of [1, 5, 1000]) {
    let refused = false;
    try {
      quick(xml, pieceLength);
    } catch (error) {
      refused = isProblem(error);
    }
    expect(refused).toBe(true);
  }
});

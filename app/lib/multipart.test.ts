import { describe, expect, test } from "vitest";
import { parseUpload } from "./multipart.server";

const EDGE = "edge";
const asked = (body: string | ReadableStream<Uint8Array>, type = `multipart/form-data; boundary=${EDGE}`): Request =>
  new Request("http://candour.example/w/ours/lists", {
    method: "POST",
    headers: { "Content-Type": type },
    body,
    duplex: "half",
  } as RequestInit);

const part = (name: string, content: string, fileName?: string): string =>
  `--${EDGE}\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? "" : `; filename="${fileName}"`}\r\n\r\n${content}\r\n`;
const END = `--${EDGE}--\r\n`;

async function whole(data: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of data) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
const read = async (request: Request): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    await parseUpload(request, ({ filename, data }) => whole(data).then((text) => `${filename ?? ""}|${text}`)),
  );

test("a form with a file and a field is read, however it arrives, and a path in a file's name is dropped", async () => {
  const text = part("title", "Ours") + part("file", "a,b\r\n--edg\r\n1,2", "../../etc/list.csv") + END;
  expect(await read(asked(text))).toEqual({ title: "|Ours", file: "list.csv|a,b\r\n--edg\r\n1,2" });
  const bytes = new TextEncoder().encode(text);
  const one = new ReadableStream<Uint8Array>({
    start(out) {
      for (const byte of bytes) out.enqueue(new Uint8Array([byte]));
      out.close();
    },
  });
  expect(await read(asked(one))).toEqual({ title: "|Ours", file: "list.csv|a,b\r\n--edg\r\n1,2" });
});

test("a file may be larger than what may stand between the parts", async () => {
  const large = "x".repeat(3 << 20);
  expect(await read(asked(part("file", large, "list.csv") + END))).toEqual({ file: `list.csv|${large}` });
});

describe("a form that cannot be read gets a sentence", () => {
  test.each([
    ["without an end", part("file", "a,b", "list.csv")],
    ["that ends in a head", `--${EDGE}\r\nContent-Disposition: form-data; na`],
    ["without a name", `--${EDGE}\r\nContent-Disposition: form-data\r\n\r\nx\r\n${END}`],
    ["with a head that is none", `--${EDGE}\r\nnothing\r\n\r\nx\r\n${END}`],
    ["with half a quotation", `--${EDGE}\r\nContent-Disposition: form-data; name="a;b"\r\n\r\nx\r\n${END}`],
    ["with a head without an end", `--${EDGE}\r\n${"x".repeat(4 << 20)}`],
  ])("%s", async (_what, body) => {
    await expect(read(asked(body))).rejects.toMatchObject({ name: "Problem", code: "upload.unreadable", status: 400 });
  });

  test("of another kind", async () => {
    await expect(read(asked("{}", "application/json"))).rejects.toMatchObject({ code: "upload.unreadable" });
  });

  test("that has no end and no part: it is not read on until the memory is full", async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(out) {
        pulled += 1 << 16;
        out.enqueue(new TextEncoder().encode(pulled === 1 << 16 ? `--${EDGE}\r\n` : "x".repeat(1 << 16)));
      },
    });
    await expect(read(asked(endless))).rejects.toMatchObject({ code: "upload.unreadable" });
    expect(pulled).toBeLessThan(4 << 20);
  });
});

import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvBack } from "./csv-back.server";
import { writeCsv } from "./csv-writer.server";

const cell = fc.string({
  unit: fc.constantFrom("a", '"', ",", "\n", "\r\n", "я", "漢", " ", "😀", "'"),
  maxLength: 12,
});

/** The bytes in pieces of a length, so that quotes, line ends and letters fall on every border. */
async function* pieces(bytes: Buffer, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

test("what was written is read back, wherever the pieces end", () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 })), // prettier-ignore
      fc.integer({ min: 1, max: 9 }),
      async (records, length) => {
        const stream = new PassThrough();
        const [bytes] = await Promise.all([buffer(stream), writeCsv(stream, records, { safe: false })]);
        const read: string[][] = [];
        for await (const record of csvBack(pieces(bytes, length))) read.push(record);
        expect(read).toEqual(records);
      },
    ),
    { numRuns: 300 },
  ));

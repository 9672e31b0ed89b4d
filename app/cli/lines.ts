import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** Lines that hold anything, with their number in the input; a byte order mark is no part of the first. */
export async function* linesOf(input: Readable): AsyncGenerator<readonly [line: string, number: number]> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number++;
    if (line.trim() !== "") yield [number === 1 ? line.replace(/^\ufeff/, "") : line, number];
  }
}

/** What is answered in the place of a line that cannot be read. */
export interface LineError {
  readonly id: string | number | null;
  readonly line: number;
  readonly error: string;
}

/** A line as JSON with its id (null where it has none), or the answer that says it is no JSON. */
export function jsonOf(
  line: string,
  number: number,
): { readonly id: LineError["id"]; readonly json: unknown } | LineError {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { id: null, line: number, error: `Line ${number} is not JSON. Write one JSON object a line.` };
  }
  const given = typeof json === "object" && json !== null && "id" in json ? json.id : null;
  return { id: typeof given === "string" || typeof given === "number" ? given : null, json };
}

/** Writes lines to standard output in pieces, and waits when the reader is slower. */
export function lineWriter(): { write(line: string): Promise<void>; end(): Promise<void> } {
  let out = "";
  const end = async () => {
    const text = out;
    out = "";
    if (text && !process.stdout.write(text)) await once(process.stdout, "drain");
  };
  return {
    async write(line) {
      out += `${line}\n`;
      if (out.length >= 65_536) await end();
    },
    end,
  };
}

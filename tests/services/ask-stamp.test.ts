/** A time-stamping service is asked over HTTP: what it is told, and what becomes of every answer it could give. */
import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { readConfig } from "../../app/lib/config.server";
import { hostOf } from "../../app/lib/timestamp-service";
import { stampsOf } from "../../app/services/packs/ask-stamp.server";
import {
  aHolder,
  aStampService,
  questionIn,
  stampAnswer,
  type StampService,
  type StampWishes,
} from "../stamp-authority";

const MADE_AT = "2026-11-21T08:00:00.000Z";
const SECRET = Buffer.from("what no service is ever told");
const authority = aHolder("p256", "Alder Stamps", null);
/** As patient as a test may be. */
const patience = { answerMs: 400, pausesMs: [5, 5] };

let service: StampService | null = null;
afterEach(async () => {
  await service?.close();
  service = null;
});

const right = (question: Buffer, wishes: Partial<StampWishes> = {}) =>
  stampAnswer(authority, authority, question, { time: new Date("2026-11-21T08:00:01Z"), ...wishes });
async function serving(answer: (question: Buffer, response: ServerResponse) => void): Promise<StampService> {
  return (service = await aStampService(answer));
}
const ask = ({ address }: { readonly address: string }) => stampsOf(address, patience)(SECRET, MADE_AT);

describe("a time-stamping service", () => {
  test("is sent the hash, a number of its own each time, and nothing else, and what it answers is kept as it is", async () => {
    const given: Buffer[] = [];
    const asked = await serving((question, response) => {
      given.push(Buffer.from(right(question)));
      response.end(given.at(-1));
    });
    expect(Buffer.from(await ask(asked)).equals(given[0]!)).toBe(true);
    await ask(asked);
    for (const { method, headers, body } of asked.asked) {
      expect({ method, type: headers["content-type"], authorization: headers.authorization }).toEqual({
        method: "POST",
        type: "application/timestamp-query",
        authorization: undefined,
      });
      expect(Buffer.from(questionIn(body).imprint)).toEqual(createHash("sha256").update(SECRET).digest());
      expect(body).toHaveLength(69);
      expect(questionIn(body).isCertificateWanted).toBe(true);
    }
    const [first, second] = asked.asked.map(({ body }) => Buffer.from(questionIn(body).nonce).toString("hex"));
    expect(first).toHaveLength(16);
    expect(first).not.toBe(second);
  });

  test("gets name and password of its address in the header, and nobody sees them", async () => {
    const { address, asked } = await serving((question, response) => response.writeHead(403).end(question));
    const withName = address.replace("http://", "http://ines:s%40lt@");
    await expect(ask({ address: withName })).rejects.toMatchObject({
      code: "stamp.answer",
      values: { host: hostOf(address), status: "403" },
    });
    expect(asked[0]!.headers.authorization).toBe(`Basic ${Buffer.from("ines:s@lt").toString("base64")}`);
    expect(hostOf(withName)).not.toContain("s@lt");
  });

  test("is asked again while it is busy or breaks off, and then gives its stamp", async () => {
    const turns: ((question: Buffer, response: ServerResponse) => void)[] = [
      (_question, response) => response.writeHead(503).end(),
      (_question, response) => void response.destroy(),
      (question, response) => response.end(right(question)),
    ];
    const asked = await serving((question, response) => turns.shift()!(question, response));
    expect((await ask(asked)).length).toBeGreaterThan(300);
    expect(asked.asked).toHaveLength(3);
  });

  test("that does not answer, or not to the end, is given up after three tries", async () => {
    const started = Date.now();
    const silent = await serving(() => {});
    await expect(ask(silent)).rejects.toMatchObject({
      code: "stamp.unreachable",
      values: { host: hostOf(silent.address) },
    });
    expect(silent.asked).toHaveLength(3);
    await service!.close();
    const slow = await serving((_question, response) => void response.write(Buffer.of(0x30)));
    await expect(ask(slow)).rejects.toMatchObject({ code: "stamp.unreachable" });
    expect(Date.now() - started).toBeLessThan(10_000);
    const gone = slow.address;
    await service!.close();
    service = null;
    await expect(ask({ address: gone })).rejects.toMatchObject({ code: "stamp.unreachable" });
  });

  test("that stays busy is told with its status, and that sends elsewhere is not followed", async () => {
    const busy = await serving((_question, response) => response.writeHead(503).end());
    await expect(ask(busy)).rejects.toMatchObject({ code: "stamp.answer", values: { status: "503" } });
    expect(busy.asked).toHaveLength(3);
    await service!.close();
    const moved = await serving((_question, response) => response.writeHead(302, { Location: "/other" }).end());
    await expect(ask(moved)).rejects.toMatchObject({ code: "stamp.answer", values: { status: "302" } });
    expect(moved.asked).toHaveLength(1);
  });

  test("that answers without end is not listened to", async () => {
    let sent = 0;
    const endless = await serving((_question, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384, 0x30))) sent += 16_384;
        sent += 16_384;
      };
      response.on("drain", more);
      more();
    });
    await expect(ask(endless)).rejects.toMatchObject({ code: "stamp.wrong", values: { fault: "stamp.shape" } });
    expect(endless.asked).toHaveLength(1);
    expect(sent).toBeLessThan(20_000_000);
  });

  test("that refuses, stamps something else, answers another question or has a bad certificate is refused at once", async () => {
    const bad = aHolder("p256", "Alder Stamps", null, { purposes: null });
    for (const [answer, problem] of [
      [(q: Buffer) => right(q, { status: 2 }), { code: "stamp.refused", values: { status: "2" } }],
      [(q: Buffer) => right(q, { imprint: Buffer.alloc(32) }), { code: "stamp.wrong", values: { fault: "stamp.other" } }],
      [(q: Buffer) => right(q, { nonce: Buffer.of(5) }), { code: "stamp.wrong", values: { fault: "stamp.other" } }],
      [(q: Buffer) => right(q, { nonce: null }), { code: "stamp.wrong", values: { fault: "stamp.other" } }],
      [(q: Buffer) => right(q, { sent: null }), { code: "stamp.wrong", values: { fault: "stamp.certificate" } }],
      [(q: Buffer) => right(q, { otherContent: true }), { code: "stamp.wrong", values: { fault: "stamp.signature" } }],
      [(q: Buffer) => stampAnswer(bad, bad, q, { time: new Date("2026-11-21T08:00:01Z") }), { code: "stamp.wrong", values: { fault: "stamp.certificate" } }],
      [(q: Buffer) => right(q, { time: new Date("2026-11-21T07:50:00Z") }), { code: "stamp.clock", values: { time: "2026-11-21T07:50:00.000Z" } }],
      [() => Buffer.from("<html>Sign in</html>"), { code: "stamp.wrong", values: { fault: "stamp.shape" } }],
    ] as const) {
      const asked = await serving((question, response) => response.end(answer(question)));
      await expect(ask(asked)).rejects.toMatchObject(problem);
      expect(asked.asked).toHaveLength(1);
      await service!.close();
    }
  }); // prettier-ignore

  test("whose answer does not hold is told in a sentence that says why and what to do", async () => {
    const asked = await serving((question, response) => response.end(right(question, { sent: null })));
    await expect(ask(asked)).rejects.toThrow(
      /answered does not hold: The certificate that should have signed .* is not in it.* Nothing was made\. .*without a time stamp\.$/u,
    );
  });
});

describe("the address of the service", () => {
  test("is one of the web, and bears a password only where nobody on the way can read it", () => {
    const of = (CANDOUR_TIMESTAMP_URL: string) => readConfig({ CANDOUR_TIMESTAMP_URL }).timestampUrl;
    expect(readConfig({}).timestampUrl).toBeNull();
    for (const address of ["http://stamps.example/tsa", "https://stamps.example", "https://ines:salt@stamps.example/a@b"])
      expect(of(address)).toBe(address); // prettier-ignore
    expect(of("http://stamps.example/a@b")).toBe("http://stamps.example/a@b");
    expect(() => of("http://ines:salt@stamps.example")).toThrow(/in the open: write https[^]*CANDOUR_TIMESTAMP_URL/u);
    expect(() => of("http:///ines:salt@stamps.example")).toThrow(/in the open/u);
    expect(of("https://ines:50%25@stamps.example")).toBe("https://ines:50%25@stamps.example");
    expect(() => of("https://ines:50%@stamps.example")).toThrow(/percent sign[^]*CANDOUR_TIMESTAMP_URL/u);
    for (const wrong of ["stamps.example", "ftp://stamps.example", ""])
      expect(() => of(wrong)).toThrow(/CANDOUR_TIMESTAMP_URL/u);
  });
});

import { createHash, randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { credentialsOf, hostOf } from "../../lib/timestamp-service";
import { Problem } from "../../lib/problem";
import { hex } from "../../pack/hashing";
import { CLOCKS_APART_MS, checkStamp, MOST_STAMP_BYTES } from "../../pack/stamp/check-stamp";
import { stampQuestion } from "../../pack/stamp/question";
import { isStampFault, StampFault } from "../../pack/stamp/stamp-fault";
import { faultInEnglish } from "./pack-words.server";
import type { AskStamp } from "./write-pack.server";

/** How long one answer is waited for, and how long before each further try. */
export interface Patience {
  readonly answerMs: number;
  readonly pausesMs: readonly number[];
}
const PATIENCE: Patience = { answerMs: 10_000, pausesMs: [1000, 4000] };

const NONCE_BYTES = 8;
/** A whole number of exactly so many bytes, so that it has one spelling: the first byte is neither empty nor negative. */
function newNonce(): Uint8Array {
  const bytes = randomBytes(NONCE_BYTES);
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return bytes;
}

/** The service could not be asked, or is busy: another try may do. */
class NoAnswer extends Error {
  constructor(readonly status: number | null) {
    super("no answer");
  }
}

/** The body, at most so many bytes. @throws Problem `stamp.wrong` when there are more. */
async function bounded({ body }: Response, host: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  // In Node.js a stream of the platform can be read like this; the types of the browser do not know it.
  for await (const piece of (body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    // Leaving the loop ends the connection.
    if (bytes > MOST_STAMP_BYTES) throw unusable(host, new StampFault("stamp.shape"));
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Sends a question once. A name and password in the address go into the header. @throws NoAnswer, Problem `stamp.answer` */
async function send(address: string, question: Uint8Array, answerMs: number): Promise<Uint8Array> {
  const url = new URL(address);
  const credentials = credentialsOf(url) ?? ":";
  url.username = url.password = "";
  let status: number | null = null;
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/timestamp-query",
        Accept: "application/timestamp-reply",
        ...(credentials !== ":" && { Authorization: `Basic ${Buffer.from(credentials).toString("base64")}` }),
      },
      body: question as Uint8Array<ArrayBuffer>,
      redirect: "manual",
      signal: AbortSignal.timeout(answerMs),
    });
    if (answer.ok) return await bounded(answer, url.host);
    await answer.body?.cancel();
    status = answer.status;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new NoAnswer(null);
  }
  if (status >= 500 || status === 429) throw new NoAnswer(status);
  throw answered(url.host, status);
}

const WITHOUT = "or ask for the pack without a time stamp";

const answered = (host: string, status: number): Problem =>
  new Problem(
    "stamp.answer",
    `The time-stamping service ${host} answered with the HTTP status ${status} and no time stamp. Nothing was made. Look whether its address is right, ${WITHOUT}.`,
    { host, status: String(status) },
    502,
  );

const unreachable = (host: string): Problem =>
  new Problem(
    "stamp.unreachable",
    `The time-stamping service ${host} did not answer, also when asked again. Nothing was made. Try later, ${WITHOUT}.`,
    { host },
    502,
  );

const unusable = (host: string, fault: StampFault): Problem =>
  new Problem(
    "stamp.wrong",
    `What the time-stamping service ${host} answered does not hold: ${faultInEnglish(fault)} Nothing was made. Ask whoever runs it, take another service, ${WITHOUT}.`,
    { host, fault: fault.code, ...fault.values },
    502,
  );

const refused = (host: string, status: string): Problem =>
  new Problem(
    "stamp.refused",
    `The time-stamping service ${host} refused to stamp (status ${status} of RFC 3161). Nothing was made. Ask whoever runs it, ${WITHOUT}.`,
    { host, status },
    502,
  );

const clocksApart = (host: string, time: string): Problem =>
  new Problem(
    "stamp.clock",
    `The time-stamping service ${host} says it is ${time}, more than ${CLOCKS_APART_MS / 60_000} minutes before the time of this machine. Nothing was made. Set the clock of this machine.`,
    { host, time, minutes: CLOCKS_APART_MS / 60_000 },
    502,
  );

/** Asks until there is an answer. @throws Problem `stamp.unreachable`, `stamp.answer` */
async function answerTo(question: Uint8Array, address: string, { answerMs, pausesMs }: Patience): Promise<Uint8Array> {
  for (const wait of [...pausesMs, null]) {
    try {
      return await send(address, question, answerMs);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      if (wait === null)
        throw error.status === null ? unreachable(hostOf(address)) : answered(hostOf(address), error.status);
      await pause(wait);
    }
  }
  throw unreachable(hostOf(address));
}

/**
 * Asks a time-stamping service for a stamp over bytes, of which it is told the SHA-256 alone, and checks what it answers as any
 * verifier will, and that it answers this question.
 * @throws Problem `stamp.unreachable`, `stamp.answer`, `stamp.refused`, `stamp.wrong`, `stamp.clock`
 */
export const stampsOf =
  (address: string, patience: Patience = PATIENCE): AskStamp =>
  async (bytes, madeAt) => {
    const host = hostOf(address);
    const stamped = createHash("sha256").update(bytes).digest();
    const nonce = newNonce();
    const answer = await answerTo(stampQuestion(stamped, nonce), address, patience);
    try {
      const { nonce: repeated } = await checkStamp(answer, stamped, madeAt);
      if (repeated !== hex(nonce)) throw unusable(host, new StampFault("stamp.other"));
      return answer;
    } catch (error) {
      if (!isStampFault(error)) throw error;
      const { code, values } = error;
      if (code === "stamp.refused") throw refused(host, String(values["status"]));
      if (code === "stamp.early") throw clocksApart(host, String(values["time"]));
      throw unusable(host, error);
    }
  };

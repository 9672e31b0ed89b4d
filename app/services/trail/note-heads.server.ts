import { open } from "node:fs/promises";
import { chainHeads } from "../../../db/chain-heads";
import type { Database } from "../../../db/database";
import { Problem } from "../../lib/problem";

/** Where the heads of the chains are noted outside the database. */
export interface HeadsTargets {
  /** Absolute; JSON lines are added at its end. */
  readonly file: string | null;
  /** Takes a POST of the same lines. */
  readonly url: string | null;
}

const TIMEOUT_MS = 20_000;

async function addLines(file: string, lines: string): Promise<void> {
  const handle = await open(file, "a");
  try {
    await handle.appendFile(lines, "utf8");
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function send(url: string, lines: string): Promise<void> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/x-ndjson" },
    body: lines,
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`The answer was ${answer.status}`);
}

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200);

/**
 * Notes where every chain stands: workspace id, number and hash of its newest event, and the time; nothing else leaves.
 * Both places are tried, whatever becomes of the other. @throws Problem `trail.heads-failed`.
 */
export async function noteHeads(db: Database, { file, url }: HeadsTargets, now: Date): Promise<number> {
  const heads = await chainHeads(db);
  const lines = heads.map((head) => `${JSON.stringify({ ...head, at: now.toISOString() })}\n`).join("");
  const tries = [file === null ? null : addLines(file, lines), url === null ? null : send(url, lines)];
  const failed = (await Promise.allSettled(tries)).flatMap((tried) =>
    tried.status === "rejected" ? [told(tried.reason)] : [],
  );
  if (failed.length > 0)
    throw new Problem(
      "trail.heads-failed",
      `The heads of the trails could not be noted outside: ${failed.join("; ")}. It is tried again within the hour.`,
      { why: failed.join("; ") },
      502,
    );
  return heads.length;
}

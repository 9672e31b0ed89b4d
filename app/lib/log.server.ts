import { pino } from "pino";
import { isProblem } from "./problem";

/**
 * What may be said of an error in a log: its kind, code, sentence and where it happened, without the values a database driver
 * adds and without what stands in quotation marks (a piece of a file, a name). A problem's sentence is for the person who
 * caused it, and names what they sent: the log has its code.
 */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = (error as { code?: unknown }).code;
  const at = error.stack?.split("\n").filter((line) => /^\s+at /u.test(line));
  if (isProblem(error)) return { kind: error.name, code, at };
  const message = error.message.replace(/\n?params:[\s\S]*$/u, "").replace(/"[^"]*"/gu, '"…"');
  return {
    kind: error.name,
    code,
    message,
    at,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Logs hold ids, counts and times, never names, cells, addresses or free text. */
export const log = pino({
  level: process.env["CANDOUR_LOG_LEVEL"] ?? "info",
  base: null,
  serializers: { err: describeError, error: describeError },
  redact: {
    paths: [
      "password",
      "*.password",
      "email",
      "*.email",
      "cookie",
      "*.cookie",
      "token",
      "*.token",
      "name",
      "*.name",
      "headers",
      "*.headers",
    ],
    censor: "[left out]",
  },
});

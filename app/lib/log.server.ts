import { pino } from "pino";

/** What may be said of an error in a log: its kind, code, sentence and stack, without the values a database driver adds. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const withoutValues = (text: string) => text.replace(/\n?params:[\s\S]*?(?=\n\s+at |$)/u, "");
  return {
    kind: error.name,
    code: (error as { code?: unknown }).code,
    message: withoutValues(error.message),
    stack: error.stack === undefined ? undefined : withoutValues(error.stack),
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

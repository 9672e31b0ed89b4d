import { createTransport } from "nodemailer";
import type { Config } from "./config.server";
import { log } from "./log.server";

/** A plain text to one address. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What became of a mail: `failed` when the server could not be reached or would not take it; `off` without a server. */
export type MailOutcome = "sent" | "failed" | "off";

/** How long the mail server may take for each step, in ms: somebody waits for the page. */
const PATIENCE = { connectionTimeout: 8000, greetingTimeout: 8000, socketTimeout: 15_000, dnsTimeout: 8000 } as const;

/** Hands a mail to the configured server. It never throws: what the mail was about stands already, and the caller says what became of it. */
export async function sendMail(config: Pick<Config, "mail">, mail: Mail): Promise<MailOutcome> {
  if (config.mail === null) return "off";
  const { smtpUrl, from } = config.mail;
  const server = createTransport({ url: smtpUrl, disableFileAccess: true, disableUrlAccess: true, ...PATIENCE });
  try {
    await server.sendMail({ from, ...mail });
    return "sent";
  } catch (error) {
    // The server's answer may name the address, so that only its code is kept.
    const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
    log.warn({ code, responseCode }, "a mail could not be sent");
    return "failed";
  } finally {
    server.close();
  }
}

/**
 * A name that somebody else chose, for the text of a mail: one line, and nothing in it that a mail program would make
 * a link of.
 */
export const plainName = (name: string): string =>
  name
    .replace(/[\p{C}\s]+/gu, " ")
    .replace(/[a-z][a-z0-9+.-]*:\/\/|www\./giu, "")
    .replace(/(?<=\p{L})\.(?=\p{L}{2})/gu, " ")
    .trim()
    .slice(0, 100);

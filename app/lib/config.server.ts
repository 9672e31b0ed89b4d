import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { TimestampAddress } from "./timestamp-service";

/** Where the checkout is: the nearest folder upwards that holds a package.json. The built files lie in `build/` below it. */
export function projectRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "package.json"))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error("Candour does not find its own folder: there is no package.json above it.");
    folder = parent;
  }
  return folder;
}

const Environment = z
  .object({
    /** Folder that holds the database and the uploaded files. */
    CANDOUR_DATA: z.string().min(1).optional(),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().min(1).default("127.0.0.1"),
    /** "1" where the server stands behind one proxy that sets X-Forwarded-For, -Proto and -Host. */
    CANDOUR_TRUST_PROXY: z.enum(["0", "1"]).default("0"),
    /** "0" leaves the demo workspace out. */
    CANDOUR_DEMO: z.enum(["0", "1"]).default("1"),
    /** Largest upload in bytes. */
    CANDOUR_MAX_UPLOAD: z.coerce
      .number()
      .int()
      .positive()
      .default(1024 ** 3),
    /** Days the encrypted original of a list is kept; 0 deletes it at the next look, within the hour. */
    CANDOUR_KEEP_ORIGINALS_DAYS: z.coerce.number().int().min(0).max(36_500).default(30),
    /** The mail server: `smtps://user:password@host:465`, or `smtp://host:587`. Without it links are shown and not sent. */
    CANDOUR_SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/\S+$/u)
      .optional(),
    /** Whom mails come from: `Candour <candour@example.org>`. */
    CANDOUR_MAIL_FROM: z.string().trim().min(3).max(300).optional(),
    /** Where people reach this installation: `https://candour.example.org`. Links in mails are made from it alone. */
    CANDOUR_URL: z
      .url({ protocol: /^https?$/u })
      .transform((url) => url.replace(/\/+$/u, ""))
      .optional(),
    /** Where the heads of the audit chains are noted once a day: a file that JSON lines are added to, an address that takes them, or both. */
    CANDOUR_HEADS_FILE: z.string().min(1).optional(),
    CANDOUR_HEADS_URL: z.url({ protocol: /^https?$/u }).optional(),
    /** Address of the time-stamping service (RFC 3161) that evidence packs get their stamp from. */
    CANDOUR_TIMESTAMP_URL: TimestampAddress.optional(),
    INIT_CWD: z.string().optional(),
  })
  .refine(
    ({ CANDOUR_SMTP_URL, CANDOUR_MAIL_FROM, CANDOUR_URL }) =>
      CANDOUR_SMTP_URL === undefined || (CANDOUR_MAIL_FROM !== undefined && CANDOUR_URL !== undefined),
    {
      path: ["CANDOUR_SMTP_URL"],
      error:
        "Mail is sent only with CANDOUR_MAIL_FROM (the sender) and CANDOUR_URL (where the links in it lead) beside it",
    },
  );

export interface Config {
  /** Absolute. */
  readonly dataDir: string;
  readonly uploadsDir: string;
  readonly databaseFile: string;
  readonly port: number;
  readonly host: string;
  readonly trustProxy: boolean;
  readonly demo: boolean;
  readonly maxUploadBytes: number;
  readonly keepOriginalsDays: number;
  /** Where the heads of the chains are noted outside; null: nowhere. The file is absolute. */
  readonly heads: { readonly file: string | null; readonly url: string | null };
  /** Address of the service that stamps evidence packs; null: packs get no time stamp. */
  readonly timestampUrl: string | null;
  /** Null: this installation sends no mail. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null;
  /** Without a slash at its end; null where the operator did not say it. */
  readonly publicUrl: string | null;
}

/** Reads the environment once. Throws one message that lists everything that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) throw new Error(`The configuration is not valid:\n${z.prettifyError(parsed.error)}`);
  const given = parsed.data;
  const dataDir = given.CANDOUR_DATA
    ? path.resolve(given.INIT_CWD ?? process.cwd(), given.CANDOUR_DATA)
    : path.join(projectRoot(), ".data");
  return {
    dataDir,
    uploadsDir: path.join(dataDir, "uploads"),
    databaseFile: path.join(dataDir, "candour.db"),
    port: given.PORT,
    host: given.HOST,
    trustProxy: given.CANDOUR_TRUST_PROXY === "1",
    demo: given.CANDOUR_DEMO === "1",
    maxUploadBytes: given.CANDOUR_MAX_UPLOAD,
    keepOriginalsDays: given.CANDOUR_KEEP_ORIGINALS_DAYS,
    heads: {
      file: given.CANDOUR_HEADS_FILE ? path.resolve(given.INIT_CWD ?? process.cwd(), given.CANDOUR_HEADS_FILE) : null,
      url: given.CANDOUR_HEADS_URL ?? null,
    },
    timestampUrl: given.CANDOUR_TIMESTAMP_URL ?? null,
    mail:
      given.CANDOUR_SMTP_URL !== undefined && given.CANDOUR_MAIL_FROM !== undefined
        ? { smtpUrl: given.CANDOUR_SMTP_URL, from: given.CANDOUR_MAIL_FROM }
        : null,
    publicUrl: given.CANDOUR_URL ?? null,
  };
}

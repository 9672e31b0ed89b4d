import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

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

const Environment = z.object({
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
  INIT_CWD: z.string().optional(),
});

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
  };
}

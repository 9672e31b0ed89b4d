import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Config } from "../../lib/config.server";

const DemoSignIn = z.object({ email: z.string(), password: z.string() });
export type DemoSignIn = z.infer<typeof DemoSignIn>;

/** The demo's sign-in: the address is fixed, the password made once for each installation and kept in the data folder. */
export async function demoSignIn(config: Pick<Config, "dataDir">): Promise<DemoSignIn> {
  const file = path.join(config.dataDir, "demo-sign-in.json");
  try {
    return DemoSignIn.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const made = { email: "demo@candour.example", password: randomBytes(9).toString("base64url") };
  await writeFile(`${file}.part`, `${JSON.stringify(made)}\n`, { mode: 0o600 });
  await rename(`${file}.part`, file);
  return made;
}

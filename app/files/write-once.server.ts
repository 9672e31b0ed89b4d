import { randomBytes } from "node:crypto";
import { link, open, rm } from "node:fs/promises";

/**
 * Writes a secret file (mode 0600) whole beside its place, then links it there: the name never holds half of it. Where the
 * file is there already it stays as it is; whoever calls reads what stands there.
 */
export async function writeOnce(file: string, contents: string | Uint8Array): Promise<void> {
  const beside = `${file}.${randomBytes(6).toString("hex")}`;
  const handle = await open(beside, "wx", 0o600);
  try {
    await handle.writeFile(contents);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(beside, { force: true });
  }
}

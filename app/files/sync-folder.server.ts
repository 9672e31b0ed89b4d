import { open } from "node:fs/promises";

/** A rename outlives a power cut only when its folder is synced; not every file system allows it. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => null);
  try {
    await folder?.sync();
  } catch {
    // a file system that does not sync folders
  } finally {
    await folder?.close();
  }
}

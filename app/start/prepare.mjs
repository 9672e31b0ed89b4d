// Makes a checkout ready for a command: packages installed, sources built. When both are done already this costs a few
// milliseconds; else one process does the work and any other waits for it.
import path from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { isBuilt, isInstalled } from "./stamps.mjs";

/**
 * @param {{ root: string, needs: readonly string[], why: string, quiet: boolean }} wanted `needs` are targets of
 *   build.mjs; `quiet` says nothing unless there is work, and then only on standard error
 */
export async function prepare({ root, needs, why, quiet }) {
  const began = Date.now();
  const out = quiet ? process.stderr : process.stdout;
  const say = (line) => out.write(`Candour: ${line}\n`);
  if (!quiet) say(`${why} (Node.js ${process.versions.node}).`);

  const ready = () => {
    const sources = fingerprint(root);
    return isInstalled(root, sources) && needs.every((target) => isBuilt(root, target, sources));
  };
  if (ready()) return;

  const { withLock } = await import("./lock.mjs");
  await withLock(path.join(root, ".cache", "start.lock"), say, async () => {
    if (ready()) return;
    const sources = fingerprint(root);
    const { build } = await import("./build.mjs");
    const make = async (...targets) => {
      for (const target of targets) if (!isBuilt(root, target, sources)) await build(root, target, sources, say);
    };
    if (!isInstalled(root, sources)) {
      const { install } = await import("./install.mjs");
      await install(root, sources, say, () => make(...needs.filter((target) => target === "web")));
    }
    await make(...needs);
    say(`ready after ${((Date.now() - began) / 1000).toFixed(1)} s.`);
  });
}

// The system's package manager: used only as root on Debian and Ubuntu, never through sudo.
import { existsSync } from "node:fs";
import { isRoot, run } from "./run.mjs";

export const canAptGet = () => isRoot() && existsSync("/usr/bin/apt-get");

/** True when all of them are installed afterwards. */
export async function aptGetInstall(packages, log, say) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const stillAt = (seconds) => say(`still installing with apt-get, ${seconds} s.`);
  if ((await run("apt-get", ["update"], { env, log, stillAt })) !== 0) return false;
  return (await run("apt-get", ["install", "-y", ...packages], { env, log, stillAt })) === 0;
}

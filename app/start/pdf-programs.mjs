// Finds the programs with which the tests look at PDFs, other ones than those that make them: qpdf, and pdfinfo and pdftotext of
// Poppler. As root on Debian and Ubuntu it installs what is missing.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { aptGetInstall, canAptGet } from "./apt.mjs";
import { StartFailure, tail } from "./run.mjs";

const PROGRAMS = { qpdf: "qpdf", pdfinfo: "poppler-utils", pdftotext: "poppler-utils" };

const missing = () =>
  Object.keys(PROGRAMS).filter((program) => spawnSync(program, ["--version"], { stdio: "ignore" }).error !== undefined);

/** @throws StartFailure with the line to type where one is missing and cannot be installed. */
export async function findPdfPrograms(root, say) {
  if (missing().length === 0) return;
  const log = path.join(root, ".cache", "pdf-programs.log");
  mkdirSync(path.dirname(log), { recursive: true });
  const packages = [...new Set(missing().map((program) => PROGRAMS[program]))];
  if (canAptGet()) {
    say(`installing ${packages.join(" and ")} with apt-get, to look at PDFs with other programs.`);
    await aptGetInstall(packages, log, say);
  }
  const still = missing();
  if (still.length === 0) return;
  const byHand =
    process.platform === "darwin"
      ? "brew install qpdf poppler"
      : `sudo apt-get install -y ${[...new Set(still.map((program) => PROGRAMS[program]))].join(" ")}`;
  throw new StartFailure(
    `the tests look at PDFs with ${still.join(", ")}, and that is not here. Type the line below, then run the same command again:\n\n    ${byHand}\n${canAptGet() ? `\nThe end of the log:\n${tail(log, 8)}` : ""}`,
  );
}

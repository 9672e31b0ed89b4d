import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileReference } from "../seed/compile-reference";

/** Compiles the reference data once for a run of tests, away from the build, and tells every worker where they are. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "candour-reference-"));
  const compiled = join(folder, "reference");
  compileReference(new URL("../seed/reference", import.meta.url).pathname, compiled);
  process.env["CANDOUR_REFERENCE"] = compiled;
  return () => rmSync(folder, { recursive: true, force: true });
}

import { rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");

/** The program that makes a PDF, built from the sources as they are now. */
export async function builtPdfProgram(): Promise<{ readonly path: string; remove(): void }> {
  // Inside the checkout, so that packages, fonts and layout are found.
  const folder = path.join(root, "build", "test-pdf", String(process.pid));
  const program = path.join(folder, "pdf.js");
  await build({
    entryPoints: [path.join(root, "app/pdf/child.ts")],
    outfile: program,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20.19",
    jsx: "automatic",
  });
  return { path: program, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

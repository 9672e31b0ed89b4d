import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");

/**
 * The command line, built for one test file. It lies inside the checkout, so that the packages and the compiled reference data
 * are found. `from` is the folder the user stands in.
 */
export function builtProgram(name: string, from: string) {
  const programs = path.join(root, "build", "test-cli", `${name}-${process.pid}`);
  return {
    make: () =>
      build({
        // The program of the PDF lies beside, as the build has it.
        entryPoints: [
          { in: path.join(root, "app/cli.ts"), out: "cli" },
          { in: path.join(root, "app/pdf/child.ts"), out: "pdf" },
        ],
        outdir: programs,
        bundle: true,
        packages: "external",
        platform: "node",
        format: "esm",
        target: "node20.19",
        jsx: "automatic",
      }),
    run(args: readonly string[], input = "", env: Record<string, string> = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(programs, "cli.js"), ...args], {
        input,
        encoding: "utf8",
        env: { ...process.env, INIT_CWD: from, ...env },
      });
      return { status, stdout, stderr };
    },
    /** The same beside the test, which may answer it meanwhile. */
    async start(args: readonly string[], env: Record<string, string> = {}) {
      const child = spawn(process.execPath, [path.join(programs, "cli.js"), ...args], {
        env: { ...process.env, INIT_CWD: from, ...env },
        stdio: ["ignore", "pipe", "pipe"],
      });
      const [stdout, stderr, [status]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, "exit") as Promise<[number | null]>,
      ]);
      return { status, stdout, stderr };
    },
    remove: () => rmSync(programs, { recursive: true, force: true }),
  };
}

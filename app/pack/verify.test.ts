import { build } from "esbuild";
import path from "node:path";
import { expect, test } from "vitest";

test("the verifier is bundled for a browser with nothing left outside", async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [path.join(import.meta.dirname, "verify.ts"), path.join(import.meta.dirname, "sha256.ts")],
    bundle: true,
    write: false,
    metafile: true,
    platform: "browser",
    format: "esm",
    outdir: "out",
    logLevel: "silent",
  });
  expect(outputFiles).toHaveLength(2);
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.some((file) => file.includes("risk-models"))).toBe(true);
  expect(inputs.filter((file) => /drizzle|better-sqlite3|\.server\./u.test(file))).toEqual([]);
});

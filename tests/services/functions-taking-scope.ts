/** Finds, in the sources, every query and service that takes a scope: what the isolation test must know. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** `FILE NAME` of every exported function below `db/queries` and `app/services` with a parameter called `scope`. */
export function functionsTakingScope(): string[] {
  const files = ["db/queries", "app/services"].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map((file) => `${folder}/${file}`),
  );
  const taking: string[] = [];
  for (const file of files) {
    const source = readFileSync(path.join(ROOT, file), "utf8");
    for (const { 1: name, index, 0: head } of source.matchAll(/^export (?:async )?function\*? (\w+)(?:<[^(]*>)?\(/gm))
      if (/\bscope\??:/.test(insideParentheses(source, index + head.length))) taking.push(`${file} ${name}`);
  }
  return taking;
}

/** The text from `at` to the parenthesis that closes the one before it. */
function insideParentheses(source: string, at: number): string {
  let depth = 1;
  for (let end = at; end < source.length; end++) {
    if (source[end] === "(") depth++;
    else if (source[end] === ")" && --depth === 0) return source.slice(at, end);
  }
  return source.slice(at);
}

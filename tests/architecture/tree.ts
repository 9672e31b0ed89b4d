/** The project's files and what they import, read as text and as syntax trees: nothing here runs the code it reads. */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export const root = path.resolve(import.meta.dirname, "..", "..");

const NOT_OURS = new Set(["node_modules", ".git", "build", ".data", ".cache", "test-results", "playwright-report"]);

/** Every file of the project by its name from the root, with forward slashes, in order. */
export function projectFiles(under = ""): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(path.join(root, under), { withFileTypes: true })) {
    if (NOT_OURS.has(entry.name)) continue;
    const name = under === "" ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) found.push(...projectFiles(name));
    else if (entry.isFile()) found.push(name);
  }
  return found.sort();
}

export const textOf = (name: string): string => readFileSync(path.join(root, name), "utf8");

export const isSource = (name: string): boolean => /\.[cm]?[jt]sx?$/.test(name) && !name.endsWith(".d.mts");
/** Tests, and what only tests use: `x.test.ts`, `test-kit.ts`, everything under `tests/`. */
export const isTest = (name: string): boolean =>
  /\.test\.tsx?$|(?:^|\/)test-[\w-]+\.ts$/.test(name) || name.startsWith("tests/");

/** Sources below the given folders, tests left out. */
export const sourcesIn = (...folders: string[]): string[] =>
  projectFiles().filter((name) => isSource(name) && !isTest(name) && folders.some((folder) => name.startsWith(folder)));

export function parse(name: string, text = textOf(name)): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, scriptKind(name));
}

function scriptKind(name: string): ts.ScriptKind {
  if (name.endsWith("x")) return ts.ScriptKind.TSX;
  return name.endsWith("js") ? ts.ScriptKind.JS : ts.ScriptKind.TS;
}

/** Calls `visit` for the node and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** What a file imports, types included: a package's name, or a file of the project by its name from the root. */
export function importsOf(name: string, text?: string): string[] {
  if (text !== undefined) return readImports(name, text);
  const known = importsByFile.get(name) ?? readImports(name, textOf(name));
  importsByFile.set(name, known);
  return known;
}

const importsByFile = new Map<string, string[]>();

function readImports(name: string, text: string): string[] {
  const found = new Set<string>();
  const add = (node: ts.Node | undefined) => {
    if (node && ts.isStringLiteralLike(node)) found.add(resolve(name, node.text));
  };
  walk(parse(name, text), (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference))
      add(node.moduleReference.expression);
    else if (ts.isCallExpression(node)) {
      const called = node.expression;
      if (called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === "require"))
        add(node.arguments[0]);
    }
  });
  return [...found].sort();
}

function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  return path.posix.join(path.posix.dirname(from), specifier);
}

/** Sentences like "db/open.ts imports app/lib/log", for every import of `files` that `forbidden` names. */
export function forbiddenImports(
  files: readonly string[],
  forbidden: (imported: string, file: string) => boolean,
): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((imported) => forbidden(imported, file))
      .map((imported) => `${file} imports ${imported}`),
  );
}

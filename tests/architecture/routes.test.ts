import ts from "typescript";
import { describe, expect, test } from "vitest";
import { parse, sourcesIn, textOf, walk } from "./tree";

/** Routes that anyone may ask for, each with its reason. Everything else asks for a scope in a workspace. */
const PUBLIC: Record<string, string> = {
  "app/routes/[.]well-known.candour-key.ts": "the key that signs evidence packs: who checks one is often no member",
  "app/routes/$.tsx": "an address that does not exist",
  "app/routes/_public._index.tsx": "the first page",
  "app/routes/_public.invite.$token.tsx": "the link of an invitation: whoever holds it is told who invites whom",
  "app/routes/_public.forgot.tsx": "asking for a link that replaces a forgotten password",
  "app/routes/_public.login_.code.tsx": "the second step of signing in",
  "app/routes/_public.reset.$token.tsx": "the link that replaces a forgotten password",
  "app/routes/_public.login.tsx": "signing in",
  "app/routes/_public.signup.tsx": "signing up",
  "app/routes/healthz.ts": "whether the server is alive: says nothing but ok",
  "app/routes/language.ts": "the language of this browser",
  "app/routes/logout.ts": "signing out",
  "app/routes/reports.schema[.]json.ts": "what the JSON file of a report holds: those who read one may stand outside",
  "app/routes/method.$version._index.tsx": "a released risk model: anyone may take it apart",
  "app/routes/method.$version.coverage.tsx": "what the tables of facts cover",
  "app/routes/method.$version.study.tsx": "the tests of a risk model",
  "app/routes/method.$version.worked.tsx": "invented suppliers worked out by hand",
  "app/routes/method._index.ts": "the way to the model in force",
  "app/routes/method.sources.tsx": "the sources of the tables of facts",
  "app/routes/method.tsx": "the frame of the pages of the method: whether somebody is signed in, for its menu",
  "app/routes/theme.ts": "light or dark in this browser",
};

/** Routes that ask who is signed in, because no workspace is chosen yet. */
const SIGNED_IN: Record<string, string> = {
  "app/routes/account_.export[.]json.ts": "all that is held about the person who is signed in",
  "app/routes/account.tsx": "what belongs to the person who is signed in",
  "app/routes/palette.ts": "the workspaces the palette can lead to",
  "app/routes/shortcuts.ts": "whether single keys are shortcuts for the person who is signed in",
  "app/routes/workspaces.tsx": "the workspaces of the person who is signed in",
};

interface Door {
  readonly name: "loader" | "action";
  /** Null when it is passed on from another file. */
  readonly body: ts.Node | null;
}

/** The exported loader and action of a route. */
function doors(file: string, text = textOf(file)): Door[] {
  const isDoor = (name: string): name is Door["name"] => name === "loader" || name === "action";
  const isExported = (node: ts.Statement) =>
    ts.canHaveModifiers(node) &&
    ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
  const found: Door[] = [];
  for (const statement of parse(file, text).statements) {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      for (const { name } of statement.exportClause.elements)
        if (isDoor(name.text)) found.push({ name: name.text, body: null });
    } else if (ts.isFunctionDeclaration(statement) && isExported(statement)) {
      const name = statement.name?.text ?? "";
      if (isDoor(name)) found.push({ name, body: statement.body ?? null });
    } else if (ts.isVariableStatement(statement) && isExported(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name) && isDoor(name.text)) found.push({ name: name.text, body: initializer ?? null });
    }
  }
  return found;
}

/** True when the door's own code awaits a call of `guard` that comes from app/lib; one in an inner function does not count. */
function asksFor(guard: string, file: string, door: Door, text = textOf(file)): boolean {
  if (door.body === null || !importsGuard(guard, file, text)) return false;
  let asks = false;
  const look = (node: ts.Node, outermost: boolean): void => {
    if (ts.isFunctionLike(node) && !outermost) return;
    if (ts.isAwaitExpression(node) && ts.isCallExpression(node.expression)) {
      const called = node.expression.expression;
      if (ts.isIdentifier(called) && called.text === guard) asks = true;
    }
    ts.forEachChild(node, (child) => look(child, false));
  };
  look(door.body, true);
  return asks;
}

/** A door that does nothing but say that there is nothing here. */
function isClosed({ body }: Door): boolean {
  const code = body && (ts.isArrowFunction(body) || ts.isFunctionExpression(body)) ? body.body : body;
  return (
    code !== null &&
    ts.isBlock(code) &&
    code.statements.length === 1 &&
    /^throw notFound\(\);$/.test(code.statements[0]!.getText())
  );
}

function importsGuard(guard: string, file: string, text: string): boolean {
  let found = false;
  walk(parse(file, text), (node) => {
    if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return;
    const names = node.importClause?.namedBindings;
    if (!/^\.\.\/(?:\.\.\/)*lib\/[\w.-]+$/.test(node.moduleSpecifier.text) || !names || !ts.isNamedImports(names))
      return;
    if (names.elements.some((element) => element.name.text === guard && !element.propertyName)) found = true;
  });
  return found;
}

const routes = sourcesIn("app/routes/");

test("each loader and action asks for a scope, but for the public routes named here", () => {
  const open = routes
    .filter((file) => !(file in PUBLIC) && !(file in SIGNED_IN))
    .flatMap((file) => doors(file).map((door) => ({ file, door })))
    .filter(({ file, door }) => !asksFor("requireScope", file, door) && !isClosed(door))
    .map(({ file, door }) => `${file}: ${door.name}`);
  expect(open).toEqual([]);
});

test("each loader and action of a route without a workspace asks who is signed in", () => {
  const open = Object.keys(SIGNED_IN)
    .flatMap((file) => doors(file).map((door) => ({ file, door })))
    .filter(({ file, door }) => !asksFor("requireUser", file, door))
    .map(({ file, door }) => `${file}: ${door.name}`);
  expect(open).toEqual([]);
});

test("the lists name routes that exist, and no route of a workspace", () => {
  const named = [...Object.keys(PUBLIC), ...Object.keys(SIGNED_IN)];
  expect(named.filter((file) => !routes.includes(file))).toEqual([]);
  expect(named.filter((file) => file.includes("$workspace"))).toEqual([]);
});

describe("what these rules see", () => {
  const guard = `import { requireScope } from "../lib/scope.server";\n`;
  const asks = (text: string) => doors("x.tsx", text).map((door) => asksFor("requireScope", "x.tsx", door, text));

  test("a loader that asks, as a function and as a constant", () => {
    expect(asks(`${guard}export async function loader(a) { const s = await requireScope(a, "x"); return s; }`)).toEqual(
      [true],
    );
    expect(asks(`${guard}export const action = async (a) => (await requireScope(a, "x")).user;`)).toEqual([true]);
  });

  test("a loader that does not ask, does not wait for the answer, or asks only in an inner function", () => {
    expect(asks(`${guard}export async function loader() { return 1; }`)).toEqual([false]);
    expect(asks(`${guard}export async function loader(a) { requireScope(a, "x"); return 1; }`)).toEqual([false]);
    expect(
      asks(`${guard}export async function loader(a) { return { f: async () => await requireScope(a) }; }`),
    ).toEqual([false]);
  });

  test("a door that only says that there is nothing here", () => {
    const closed = (text: string) => doors("x.tsx", text).map(isClosed);
    expect(closed("export const loader = () => { throw notFound(); };")).toEqual([true]);
    expect(closed("export const loader = () => { look(); throw notFound(); };")).toEqual([false]);
  });

  test("a guard of the file's own making does not count, nor a door passed on from another file", () => {
    expect(
      asks(`const requireScope = async () => 1;\nexport const loader = async () => await requireScope();`),
    ).toEqual([false]);
    expect(asks(`export { loader } from "./other";`)).toEqual([false]);
  });
});

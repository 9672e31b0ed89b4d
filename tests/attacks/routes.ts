/** The routes of the built program, as its own manifest lists them: a route that is added is attacked without a word here. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { PERMISSIONS, type Permission } from "../../app/lib/permissions";

const ROOT = path.resolve(import.meta.dirname, "../..");

export interface Route {
  /** As Remix names it: the file below `app/` without its ending. */
  readonly id: string;
  /** The address with `:param` in place of what differs. */
  readonly pattern: string;
  readonly params: readonly string[];
  readonly hasLoader: boolean;
  readonly hasAction: boolean;
  readonly isPage: boolean;
  /** What its loader asks for; empty for a route of no workspace or one that only says that there is nothing. */
  readonly reading: readonly Permission[];
  /** What its action asks for: one of them, which one may depend on the form. */
  readonly changing: readonly Permission[];
}

interface Listed {
  readonly id: string;
  readonly parentId?: string;
  readonly path?: string;
  readonly index?: boolean;
  readonly exports: readonly string[];
}

/** Run by Node.js itself: the test runner would first read through the whole build. */
const LIST = `
  const { routes } = await import(process.argv[1]);
  const told = Object.values(routes).map(({ id, parentId, path, index, module }) => ({ id, parentId, path, index, exports: Object.keys(module) }));
  process.stdout.write(JSON.stringify(told), () => process.exit(0));
`;

/** All routes with an address of their own. The build has to be there: `npm test` makes it. */
export function routesOfBuild(): Route[] {
  const file = pathToFileURL(path.join(ROOT, "build/server/index.js")).href;
  const listed = JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "--eval", LIST, file], { cwd: ROOT, encoding: "utf8" }),
  ) as Listed[];
  const byId = new Map(listed.map((route) => [route.id, route]));
  const patternOf = (route: Listed | undefined): string =>
    route === undefined ? "" : [patternOf(byId.get(route.parentId ?? "")), route.path].filter(Boolean).join("/");
  const parents = new Set(listed.map(({ parentId }) => parentId));
  return listed
    .filter(({ id }) => !parents.has(id))
    .map((route) => {
      const pattern = `/${patternOf(route)}`;
      return {
        id: route.id,
        pattern,
        params: [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name!),
        hasLoader: route.exports.includes("loader"),
        hasAction: route.exports.includes("action"),
        isPage: route.exports.includes("default"),
        ...permissionsOf(route.id),
      };
    });
}

/** The address of a route. @throws where a param has no value: add an example of it to `examples.ts`. */
export function addressOf({ id, pattern }: Route, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/:(\w+)/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${id}: there is no example of :${name} in tests/attacks/examples.ts`);
    return encodeURIComponent(value);
  });
}

/** The permissions a route's loader and action ask for, read from its source. */
function permissionsOf(id: string): Pick<Route, "reading" | "changing"> {
  const file = [".tsx", ".ts"].map((ending) => path.join(ROOT, "app", `${id}${ending}`)).find(existsSync);
  const asked = { reading: new Set<Permission>(), changing: new Set<Permission>() };
  const look = (node: ts.Node, door: "reading" | "changing" | null): void => {
    const inside = doorOf(node) ?? door;
    if (inside && ts.isCallExpression(node) && node.expression.getText() === "requireScope")
      for (const each of named(node.arguments[2]!, file!)) asked[inside].add(each);
    ts.forEachChild(node, (child) => look(child, inside));
  };
  if (file) look(parsed(file), null);
  return { reading: [...asked.reading], changing: [...asked.changing] };
}

function doorOf(node: ts.Node): "reading" | "changing" | null {
  const name =
    ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node)
      ? (node.name as ts.Identifier | undefined)?.text
      : "";
  return name === "loader" ? "reading" : name === "action" ? "changing" : null;
}

/** The permissions that stand in an expression, or in the body of the function it calls. */
function named(expression: ts.Node, file: string): Permission[] {
  const text = expression.getText();
  const here = PERMISSIONS.filter((permission) => text.includes(`"${permission}"`));
  if (here.length > 0) return here;
  const called = /^(\w+)(?:[([]|$)/.exec(text)?.[1] ?? "";
  const body = bodyOf(called, file);
  const found = PERMISSIONS.filter((permission) => body.includes(`"${permission}"`));
  if (found.length === 0) throw new Error(`${file}: which permission is ${text}?`);
  return found;
}

const parsed = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);

/** The text of a function or table of that name in a file, or in the file it is imported from. */
function bodyOf(name: string, file: string): string {
  const tree = parsed(file);
  for (const statement of tree.statements) {
    const own = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement];
    if (own.some((node) => (node as { name?: ts.Node }).name?.getText() === name)) return statement.getText();
    if (!ts.isImportDeclaration(statement) || !statement.moduleSpecifier.getText().startsWith('".')) continue;
    const names = statement.importClause?.namedBindings;
    if (!names || !ts.isNamedImports(names) || !names.elements.some((each) => each.name.text === name)) continue;
    const next = path.join(path.dirname(file), (statement.moduleSpecifier as ts.StringLiteral).text);
    return bodyOf(name, existsSync(`${next}.ts`) ? `${next}.ts` : `${next}.tsx`);
  }
  return "";
}

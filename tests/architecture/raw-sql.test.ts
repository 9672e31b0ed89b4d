import ts from "typescript";
import { expect, test } from "vitest";
import { parse, sourcesIn, walk } from "./tree";

const STATEMENT =
  /^\s*(select|insert|update|delete|replace|create|alter|drop|pragma|attach|vacuum|begin|commit|with)\b/i;
const RUNS_SQL = new Set(["prepare", "exec", "execute", "pragma", "query"]);

/** What speaks to a database past the query builder: an imported `sql`, a tagged template of it, a statement as text. */
function rawSql(name: string, text?: string): string[] {
  const found: string[] = [];
  walk(parse(name, text), (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const { text: from } = node.moduleSpecifier;
      if (from === "better-sqlite3" || from === "pg" || from === "node:sqlite") found.push(`${name} imports ${from}`);
      const names = node.importClause?.namedBindings;
      if (from.startsWith("drizzle-orm") && names && ts.isNamedImports(names))
        for (const { name: local, propertyName } of names.elements)
          if ((propertyName ?? local).text === "sql") found.push(`${name} imports sql from ${from}`);
    }
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === "sql")
      found.push(`${name} has a sql template`);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [statement] = node.arguments;
      const said = statement && (ts.isStringLiteralLike(statement) ? statement.text : templateHead(statement));
      if (RUNS_SQL.has(node.expression.name.text) && said !== undefined && STATEMENT.test(said))
        found.push(`${name} runs "${said.slice(0, 40)}"`);
    }
  });
  return found;
}

const templateHead = (node: ts.Node) => (ts.isTemplateExpression(node) ? node.head.text : undefined);

test("raw SQL stands in db/ and nowhere else", () => {
  const files = sourcesIn("app/", "risk-models/", "seed/").filter(
    (name) => name.endsWith(".ts") || name.endsWith(".tsx"),
  );
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((name) => rawSql(name))).toEqual([]);
});

test("the rule sees an imported sql, a template, a driver and a statement as text", () => {
  const seen = (text: string) => rawSql("app/x.ts", text).length;
  expect(seen(`import { sql as raw } from "drizzle-orm";`)).toBe(1);
  expect(seen("const rows = sql`select 1`;")).toBe(1);
  expect(seen(`import Database from "better-sqlite3";`)).toBe(1);
  expect(seen("client.prepare(`UPDATE jobs SET state = ${state}`);")).toBe(1);
  expect(seen(`import { eq } from "drizzle-orm"; db.q.select().from(jobs); form.get("select");`)).toBe(0);
});

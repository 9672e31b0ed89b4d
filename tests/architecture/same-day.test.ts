/** A page that can be seen as of a past day leads to the same day wherever the page behind a link can be seen so too. */
import ts from "typescript";
import { expect, test } from "vitest";
import { paths } from "../../app/lib/paths";
import { parse, sourcesIn, textOf, walk } from "./tree";

/** What reads the day that an address asks for. */
const READS_DAY = /\b(?:pastDay|pastDayOf|followUpAsked|supplierDay)\b|lib\/past-list\.server/u;

/** The addresses that can be asked for as of a past day, as patterns. */
const byDay = sourcesIn("app/routes/")
  .filter((file) => file.endsWith(".tsx") && READS_DAY.test(textOf(file)))
  .map((file) => {
    const parts = file.replace(/^app\/routes\/|(?:\._index)?\.tsx$/gu, "").split(".");
    return new RegExp(`^/${parts.map((part) => (part.startsWith("$") ? "[^/]+" : part)).join("/")}$`, "u");
  });

/** The names in `paths` whose pages can be seen so. */
const namesByDay = new Set(
  Object.entries(paths)
    .map(
      ([name, make]) => [name, (make as (...ids: string[]) => string)("x", ...(make.length > 1 ? ["y"] : []))] as const,
    )
    .filter(([, address]) => !/\/new\b/u.test(address) && byDay.some((pattern) => pattern.test(address)))
    .map(([name]) => name),
);

/** The links of a file, where any keeps the day, whose address is of such a page and does not. */
function strayLinks(file: string, text = textOf(file)): string[] {
  if (!text.includes("useSameDay()")) return [];
  const stray: string[] = [];
  walk(parse(file, text), (node) => {
    if (!ts.isJsxAttribute(node) || node.name.getText() !== "to") return;
    if (!/^(?:Link|NavLink)$/u.test((node.parent.parent as ts.JsxOpeningLikeElement).tagName.getText())) return;
    const value = node.initializer;
    const to = value && ts.isJsxExpression(value) ? value.expression : undefined;
    if (!to || !ts.isCallExpression(to)) return;
    const name = /^paths\.(\w+)$/u.exec(to.expression.getText())?.[1];
    if (name !== undefined && namesByDay.has(name)) stray.push(`${file}: ${to.getText()}`);
  });
  return stray;
}

test("links of a page of a past day lead to the same day", () => {
  expect([...namesByDay]).toEqual(
    expect.arrayContaining([
      "workspace",
      "suppliers",
      "lot",
      "finding",
      "match",
      "danger",
      "supplierDecision",
      "materials",
      "recruitment",
    ]),
  );
  expect(sourcesIn("app/routes/", "app/components/").flatMap((file) => strayLinks(file))).toEqual([]);
});

test("the rule sees a link that leaves the day, and not one that keeps it or leads where there are no days", () => {
  const file = (link: string) => `const sameDay = useSameDay();\nexport const X = () => ${link};`;
  const seen = (link: string) => strayLinks("x.tsx", file(link)).length;
  expect(seen(`<Link to={paths.lot(w, id)}>a</Link>`)).toBe(1);
  expect(seen(`<Link to={sameDay(paths.lot(w, id))}>a</Link>`)).toBe(0);
  expect(seen(`<Link to={paths.newLot(w)}>a</Link>`)).toBe(0);
});

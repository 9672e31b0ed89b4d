import { describe, expect, test } from "vitest";
import { forbiddenImports, importsOf, isTest, projectFiles, sourcesIn } from "./tree";

const within = (imported: string, ...folders: string[]) =>
  folders.some((folder) => imported === folder || imported.startsWith(`${folder}/`));
const isOurs = (imported: string) => within(imported, "app", "db", "risk-models", "seed", "tests");

describe("imports point one way: routes, services, db; nothing points back", () => {
  test("every layer has files, so that these rules look at something", () => {
    for (const folder of [
      "app/routes/",
      "app/services/",
      "app/imports/",
      "app/resolve/",
      "app/groups/",
      "app/matching/",
      "app/screening/",
      "app/plan/",
      "app/remedy/",
      "db/",
      "risk-models/",
    ])
      expect(sourcesIn(folder), folder).not.toEqual([]);
  });

  test("the risk engine imports zod and itself", () => {
    const foreign = forbiddenImports(
      sourcesIn("risk-models/"),
      (imported) => !within(imported, "zod", "risk-models") && !imported.startsWith("zod/"),
    );
    expect(foreign).toEqual([]);
  });

  test("reading, resolving, grouping, matching, screening, reporting, planning, categories and commitments import no files, database, service, page or job", () => {
    const impure = forbiddenImports(
      sourcesIn(
        "app/imports/",
        "app/resolve/",
        "app/groups/",
        "app/matching/",
        "app/screening/",
        "app/reports/",
        "app/plan/",
        "app/categories/",
        "app/commitments/",
        "app/remedy/",
      ),
      (imported) =>
        imported.startsWith("node:") ||
        within(imported, "db", "app/services", "app/routes", "app/jobs", "app/components", "better-sqlite3"),
    );
    expect(impure).toEqual([]);
  });

  test("the verifier of packs runs where there is no database and no Node.js: it imports tables of words and pure functions at most", () => {
    const words = [
      "db/canonical-json",
      "db/chain-link",
      "db/schema/codes",
      "db/schema/findings",
      "db/schema/evidence",
      "db/audit-events",
    ];
    const impure = forbiddenImports(
      sourcesIn("app/pack/"),
      (imported) =>
        imported.startsWith("node:") ||
        imported.endsWith(".server") ||
        (within(imported, "db", "app/services", "app/routes", "app/jobs", "app/components", "better-sqlite3") &&
          !words.includes(imported)),
    );
    expect(impure).toEqual([]);
  });

  test("the database knows nothing of the application", () => {
    expect(forbiddenImports(sourcesIn("db/"), (imported) => within(imported, "app"))).toEqual([]);
  });

  test("nothing imports the seed, the tests, or what only tests use", () => {
    const product = sourcesIn("app/", "db/", "risk-models/");
    const forTests = (imported: string) => isTest(`${imported}.ts`) || within(imported, "vitest", "fast-check");
    expect(forbiddenImports(product, (imported) => within(imported, "seed") || forTests(imported))).toEqual([]);
  });

  test("routes go through queries and services and build no statement themselves; the lists of words are open to all", () => {
    const drivers = ["drizzle-orm", "better-sqlite3", "pg", "db/schema", "db/sqlite", "db/open"];
    const building = forbiddenImports(
      sourcesIn("app/routes/"),
      (imported) => within(imported, ...drivers) && imported !== "db/schema/codes",
    );
    expect(building).toEqual([]);
  });

  test("the layout program is reached through its own process, never by an import", () => {
    const reaching = forbiddenImports(
      sourcesIn("app/").filter((file) => !file.startsWith("app/pdf/")),
      (imported) => within(imported, "@myriaddreamin/typst-ts-node-compiler", "app/pdf/compile", "app/pdf/child"),
    );
    expect(reaching).toEqual([]);
  });

  test("components reach no database", () => {
    const reaching = forbiddenImports(sourcesIn("app/components/"), (imported) =>
      within(imported, "db", "drizzle-orm", "better-sqlite3"),
    );
    expect(reaching).toEqual([]);
  });

  test("services do not import routes or components, and jobs and the command line do not import routes", () => {
    const pages = forbiddenImports(sourcesIn("app/services/"), (imported) =>
      within(imported, "app/routes", "app/components"),
    );
    const routes = forbiddenImports(sourcesIn("app/jobs/", "app/cli"), (imported) => within(imported, "app/routes"));
    expect([...pages, ...routes]).toEqual([]);
  });

  test("the start script runs before anything is installed and imports only what Node.js brings and itself", () => {
    const files = projectFiles("app").filter((name) => /^app\/start(\.mjs$|\/.*\.mjs$)/.test(name));
    expect(files.length).toBeGreaterThan(5);
    expect(
      forbiddenImports(files, (imported) => !imported.startsWith("node:") && !within(imported, "app/start")),
    ).toEqual([]);
  });
});

describe("what these rules see", () => {
  const seen = (text: string) => importsOf("app/routes/x.ts", text);

  test("an import of a value, of a type, of everything, and one passed on", () => {
    const text = `import { a } from "../lib/a"; import type { B } from "../../db/b"; export * from "./c"; import "../d";`;
    expect(seen(text)).toEqual(["app/d", "app/lib/a", "app/routes/c", "db/b"]);
  });

  test("an import in the middle of a function, of a type in place, and a require", () => {
    const text = `const a = () => import("../../seed/a"); let b: import("../b").B; const c = require("pg");`;
    expect(seen(text)).toEqual(["app/b", "pg", "seed/a"]);
  });

  test("our own folders are told from packages", () => {
    expect(seen(`import "drizzle-orm"; import "../../db/x";`).filter(isOurs)).toEqual(["db/x"]);
  });
});

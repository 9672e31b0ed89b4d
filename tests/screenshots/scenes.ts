/** Every page and state, in the order in which one workspace goes through them. */
import { appendFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { onDay, paths } from "../../app/lib/paths";
import { makeSupplierList } from "../bench/make-list";
import { longNamesList } from "../long-names";
import { councilLedger } from "../services/council-ledger";
import { METHOD } from "./method-scenes";
import { at, importOf, of, openAll, refuse, tick, type Stage, type World } from "./scene";
import { ANSWERS, MODEL } from "./scenes-answers";
import { CATEGORIES } from "./scenes-categories";
import { CHECKS } from "./scenes-checks";
import { ANSWERING, COMMENTING } from "./scenes-comments";
import { CORRIDORS } from "./scenes-corridors";
import { FINDINGS } from "./scenes-findings";
import { DEMAND } from "./scenes-demand";
import { FOLLOW_UP, FOLLOW_UP_STATES } from "./scenes-follow-up";
import { REPORTS } from "./scenes-reports";
import { LEFT } from "./scenes-left";
import { SCREENING } from "./scenes-screening";
import { MEMBERS, WAYS_IN } from "./scenes-accounts";
import { CANCELLED, MANY, SHELL } from "./scenes-shell";
import { STAMPED, TRAIL } from "./scenes-trail";
import {
  decide,
  draftPlan,
  firstSupplier,
  foundWorkspace,
  press,
  publish,
  publishList,
  signIn,
  signUp,
  untilState,
  upload,
} from "./steps";

const PUBLIC: Stage = {
  as: "nobody",
  scenes: [
    { name: "landing", address: paths.home },
    { name: "sign-in", address: () => paths.login() },
    { name: "sign-in-empty", address: () => paths.login(), open: refuse("main form button") },
    {
      name: "sign-in-wrong",
      address: () => paths.login(),
      open: refuse("main form button", { email: "nobody@candour.example", password: "not the one" }),
      refused: true,
    },
    { name: "sign-up", address: paths.signup },
    { name: "sign-up-empty", address: paths.signup, open: refuse("main form button") },
    { name: "not-found", address: () => "/no-such-page", refused: true },
  ],
};

const EMPTY: Stage = {
  as: "owner",
  async arrange(page, { folder, made }) {
    made.set("list", await signUp(page, "Hartwell Outdoor", "Mara Owner"));
    const file = path.join(folder, "suppliers.pdf");
    writeFileSync(file, "%PDF-1.7\n%%EOF\n");
    made.set("failed", await upload(page, of({ made } as World, "list"), file));
    await untilState(page, made.get("list")!, made.get("failed")!, "failed");
  },
  scenes: [
    { name: "workspaces", address: () => `${paths.workspaces()}?all=1` },
    {
      name: "workspaces-empty",
      address: () => `${paths.workspaces()}?all=1`,
      open: refuse("main form button"),
      refused: true,
    },
    { name: "workspace-not-found", address: () => paths.workspace("no-such-workspace"), refused: true },
    { name: "overview-without-list", address: at(paths.workspace) },
    { name: "suppliers-without-list", address: at(paths.suppliers) },
    { name: "understand-without-list", address: at(paths.understand) },
    { name: "plan-without-list", address: at(paths.plan) },
    { name: "upload", address: at(paths.newImport) },
    { name: "import-failed", address: importOf("failed") },
  ],
};

const MAPPING: Stage = {
  as: "owner",
  async arrange(page, { folder, rows, made }) {
    const file = path.join(folder, "suppliers-2026.csv");
    makeSupplierList(file, { rows, seed: "screenshots", dirty: 0.2 });
    const rest = ",".repeat(18);
    appendFileSync(file, `P1,Only Placed Works,Norway${rest}\nL1,Only Listed Works${",".repeat(19)}\n`);
    made.set("first", await upload(page, made.get("list")!, file));
    await untilState(page, made.get("list")!, made.get("first")!, "mapping");
  },
  scenes: [
    { name: "mapping", address: importOf("first") },
    {
      name: "mapping-refused",
      address: importOf("first"),
      refused: true,
      async open(page) {
        for (const select of await page.locator("select[name^='column.']").all())
          if ((await select.inputValue()) === "name") await select.selectOption("");
        await page.locator("button[name=intent][value=build]").last().click();
        await page.locator("[role=alert]").first().waitFor();
      },
    },
  ],
};

const PREVIEW: Stage = {
  as: "owner",
  async arrange(page, { made }) {
    await press(page, made.get("list")!, made.get("first")!, "build");
    await untilState(page, made.get("list")!, made.get("first")!, "preview");
  },
  scenes: [{ name: "preview", address: importOf("first"), narrow: true }],
};

const PUBLISHED: Stage = {
  as: "owner",
  async arrange(page, { made }) {
    const workspace = made.get("list")!;
    await publish(page, workspace, made.get("first")!);
    for (const level of ["assessed", "indicative", "placed", "listed"])
      made.set(level, await firstSupplier(page, workspace, `level=${level}`));
  },
  scenes: [
    { name: "published", address: importOf("first") },
    { name: "overview", address: at(paths.workspace) },
    {
      name: "overview-tables",
      address: at(paths.workspace),
      open: openAll,
    },
    { name: "suppliers", address: at(paths.suppliers), narrow: true },
    {
      name: "suppliers-filtered",
      address: at(paths.suppliers, "q=co&band=high&band=raised&level=indicative&level=assessed"),
    },
    { name: "suppliers-selected", address: at(paths.suppliers), open: tick },
    ...[0, 1, 2].map((index) => ({
      name: `suppliers-${["views", "columns", "downloads"][index]}`,
      address: at(paths.suppliers),
      open: (page: Page) => page.locator("main .has-menu > summary").nth(index).click(),
    })),
    { name: "suppliers-none-found", address: at(paths.suppliers, "q=zzzzzz") },
    ...["assessed", "indicative", "placed", "listed"].map((level) => ({
      name: `supplier-${level}`,
      address: (world: World) => paths.supplier(of(world, "list"), of(world, level)),
      narrow: true as const,
    })),
    { name: "supplier-figures", address: (world) => paths.supplier(of(world, "list"), of(world, "assessed")), open: openAll }, // prettier-ignore
    { name: "plan-to-be-started", address: at(paths.plan) },
  ],
};

const DRAFT: Stage = {
  as: "owner",
  arrange: (page, { made }) => draftPlan(page, made.get("list")!, 8),
  scenes: [
    { name: "plan-proposed", address: at(paths.plan), narrow: true },
    {
      name: "plan-edited",
      address: at(paths.plan),
      async open(page, words) {
        const more = page.getByText(words.plan.more, { exact: true }).first();
        if (await more.isVisible()) await more.click();
        await page.getByText(words.plan.takeOut).first().click();
        await page.getByText(words.plan.steps.backing).first().click();
        await page.getByText(words.plan.start.again).first().click();
      },
    },
  ],
};

const ACCEPTED: Stage = {
  as: "owner",
  async arrange(page, { made }) {
    await page.goto(paths.plan(made.get("list")!));
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.locator("button[name=intent][value=accept]").click();
    await answered;
    await page.goto(paths.plan(made.get("list")!));
    const hrefOf = (links: string) => page.locator(`main ${links}`).first().getAttribute("href");
    made.set("record", (await hrefOf("a[href*='/plan/print']")) ?? "");
    made.set("planned", (await hrefOf("li a[href*='/suppliers/']")) ?? "");
  },
  scenes: [
    { name: "plan-accepted", address: at(paths.plan) },
    {
      name: "plan-outcome",
      address: at(paths.plan),
      open: (page, words) => page.getByText(words.plan.outcomeOf.change).first().click(),
    },
    { name: "plan-print", address: (world) => of(world, "record"), narrow: true },
    { name: "overview-with-plan", address: at(paths.workspace) },
    { name: "supplier-planned", address: (world) => of(world, "planned"), open: openAll },
  ],
};

const SECOND: Stage = {
  as: "owner",
  async arrange(page, { folder, rows, made }) {
    const workspace = made.get("list")!;
    const file = path.join(folder, "suppliers-2026-autumn.csv");
    makeSupplierList(file, { rows: rows + 30, seed: "screenshots", dirty: 0.15 });
    made.set("second", await upload(page, workspace, file));
    await untilState(page, workspace, made.get("second")!, "mapping");
    await press(page, workspace, made.get("second")!, "build");
    await untilState(page, workspace, made.get("second")!, "preview");
  },
  scenes: [
    { name: "overview-list-waiting", address: at(paths.workspace) },
    { name: "preview-second-list", address: importOf("second") },
  ],
};

const CHANGED: Stage = {
  as: "owner",
  arrange: (page, { made }) => publish(page, made.get("list")!, made.get("second")!),
  scenes: [
    { name: "overview-second-list", address: at(paths.workspace) },
    { name: "published-superseded", address: importOf("first") },
  ],
};

const UNDONE: Stage = {
  as: "owner",
  async arrange(page, { folder, made }) {
    const workspace = made.get("list")!;
    await press(page, workspace, made.get("second")!, "undo");
    const file = path.join(folder, "not-wanted.csv");
    makeSupplierList(file, { rows: 20, seed: "not wanted" });
    made.set("discarded", await upload(page, workspace, file));
    await untilState(page, workspace, made.get("discarded")!, "mapping");
    await press(page, workspace, made.get("discarded")!, "discard");
  },
  scenes: [
    { name: "import-undone", address: importOf("second") },
    { name: "import-discarded", address: importOf("discarded") },
  ],
};

const LEDGER: Stage = {
  as: "owner",
  async arrange(page, { folder, made }) {
    made.set("ledger", await foundWorkspace(page, "Borough of Oldbridge"));
    const file = path.join(folder, "payments-january.csv");
    writeFileSync(file, councilLedger());
    made.set("payments", await upload(page, made.get("ledger")!, file));
    await untilState(page, made.get("ledger")!, made.get("payments")!, "mapping");
  },
  scenes: [{ name: "mapping-ledger", address: importOf("payments", "ledger") }],
};

const LEDGER_PREVIEW: Stage = {
  as: "owner",
  async arrange(page, { made }) {
    const [workspace, payments] = [made.get("ledger")!, made.get("payments")!];
    await page.goto(paths.import(workspace, payments));
    await page.locator("select[name=country]").selectOption("GB");
    await page.locator("button[name=intent][value=build]").last().click();
    await untilState(page, workspace, payments, "preview");
  },
  scenes: [{ name: "preview-ledger", address: importOf("payments", "ledger") }],
};

const UNDERSTAND: Stage = {
  as: "owner",
  arrange: (page, { made }) => publish(page, made.get("ledger")!, made.get("payments")!),
  scenes: [
    { name: "published-ledger", address: importOf("payments", "ledger") },
    { name: "published-ledger-past", address: (world) => onDay(importOf("payments", "ledger")(world), "2020-01-01") },
    { name: "overview-ledger", address: at(paths.workspace, "", "ledger") },
    { name: "suppliers-ledger", address: at(paths.suppliers, "", "ledger") },
    ...["groups", "payees", "texts", "aside", "decided"].map((tab) => ({
      name: `understand-${tab}`,
      address: at(paths.understand, `tab=${tab}`, "ledger"),
    })),
  ],
};

const SETTLED: Stage = {
  as: "owner",
  async arrange(page, { folder, made }) {
    for (const words of ["refuse collection vehicles", "building works", "building repairs"])
      await decide(page, made.get("ledger")!, words);
    made.set("small", await foundWorkspace(page, "Three Suppliers"));
    const file = path.join(folder, "three.csv");
    writeFileSync(
      file,
      "Supplier,Country,Product,Spend\nAlder Mill,India,cotton yarn,1200\nBirch Ltd,Norway,software,900\n",
    );
    await publishList(page, made.get("small")!, file);
  },
  scenes: [
    { name: "understand-some-settled", address: at(paths.understand, "", "ledger") },
    { name: "understand-some-decided", address: at(paths.understand, "tab=decided", "ledger") },
    { name: "understand-all-settled", address: at(paths.understand, "", "small") },
    { name: "overview-small", address: at(paths.workspace, "", "small") },
  ],
};

const LONG_NAMES: Stage = {
  as: "owner",
  again: true,
  async arrange(page, { folder, made }) {
    made.set("long-names", await foundWorkspace(page, "Long Names of Every Script and Their Many Buyers"));
    const file = path.join(folder, "names.csv");
    writeFileSync(file, longNamesList());
    const workspace = of({ made } as World, "long-names");
    made.set("named", await publishList(page, workspace, file));
    made.set("one", await firstSupplier(page, workspace, "q=شركة"));
    await draftPlan(page, workspace, 3);
  },
  scenes: [
    { name: "long-names-published", address: importOf("named", "long-names") },
    { name: "long-names-overview", address: at(paths.workspace, "", "long-names") },
    { name: "long-names-suppliers", address: at(paths.suppliers, "", "long-names") },
    { name: "long-names-supplier", address: (world) => paths.supplier(of(world, "long-names"), of(world, "one")) },
    { name: "long-names-understand", address: at(paths.understand, "", "long-names") },
    { name: "long-names-payees", address: at(paths.understand, "tab=payees", "long-names") },
    { name: "long-names-plan", address: at(paths.plan, "", "long-names") },
  ],
};

const DEMO: Stage = {
  as: "demo",
  again: true,
  async arrange(page, { demo, made }) {
    made.set("demo", await signIn(page, demo.email, demo.password));
  },
  scenes: [
    { name: "demo-overview", address: at(paths.workspace, "", "demo") },
    { name: "demo-suppliers", address: at(paths.suppliers, "", "demo") },
    { name: "demo-understand", address: at(paths.understand, "", "demo") },
  ],
};

/** The work is held still while it is looked at. */
const PROGRESS: Stage = {
  as: "owner",
  async arrange(page, { folder, made, hold }) {
    const workspace = made.get("small")!;
    const file = path.join(folder, "many-suppliers.csv");
    makeSupplierList(file, { rows: 150_000, seed: "progress" });
    made.set("long", await upload(page, workspace, file));
    await untilState(page, workspace, made.get("long")!, "mapping");
    await press(page, workspace, made.get("long")!, "build");
    for (let asked = 0; asked < 300; asked++) {
      const answer = await page.request.get(paths.importProgress(workspace, made.get("long")!));
      const { job } = (await answer.json()) as { job: { progress: { rows: number } | null } | null };
      if ((job?.progress?.rows ?? 0) > 20_000) break;
    }
    hold(true);
  },
  scenes: [{ name: "import-progress", address: importOf("long", "small") }],
};

export const STAGES: readonly Stage[] = [
  PUBLIC,
  METHOD,
  EMPTY,
  MAPPING,
  PREVIEW,
  PUBLISHED,
  SHELL,
  DRAFT,
  ACCEPTED,
  ANSWERS,
  MODEL,
  CORRIDORS,
  CATEGORIES,
  CHECKS,
  REPORTS,
  COMMENTING,
  ANSWERING,
  DEMAND,
  SCREENING,
  FINDINGS,
  FOLLOW_UP,
  FOLLOW_UP_STATES,
  TRAIL,
  STAMPED,
  LEFT,
  SECOND,
  CHANGED,
  UNDONE,
  MANY,
  LEDGER,
  LEDGER_PREVIEW,
  UNDERSTAND,
  SETTLED,
  LONG_NAMES,
  DEMO,
  PROGRESS,
  CANCELLED,
  MEMBERS,
  WAYS_IN,
];

/** Findings, documents, people in danger and disclosure: a workspace with an open, a settled and a protected finding. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { paths } from "../../app/lib/paths";
import { at, of, openAll, type Stage, type World } from "./scene";
import { firstSupplier, foundWorkspace, publishList } from "./steps";

const SUPPLIERS = `Supplier;Country;City;Product;Amount (EUR)
Padma Apparel Ltd;BD;Dhaka;Cotton shirts;48000
Fjord Office Ltd;NO;Oslo;Accounting;900
Vale Cleaning Ltd;GB;York;Cleaning of buildings;12000
`;

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.locator(`main [name=${name}]`).first().fill(value);
}

/** Records a finding and answers its address. */
async function record(
  page: Page,
  workspace: string,
  supplier: string,
  source: string,
  summary: string,
): Promise<string> {
  await page.goto(paths.newFinding(workspace, supplier));
  await page.locator(`main input[name=source][value=${source}]`).check();
  await fill(page, { saidBy: "Labour inspectorate, case 7/2026", foundOn: "2026-02-01", site: "Mill 2", summary });
  for (const sign of ["ILO-07", "ILO-09"]) await page.locator(`main input[name=indicator][value=${sign}]`).check();
  await page.locator("main select[name=severity]").selectOption("severe");
  await page.locator("main input[name=namesNobody]").check();
  await page.locator("main form:has(textarea) button").click();
  await page.waitForURL(/\/findings\/[0-9a-z]{22}$/);
  return new URL(page.url()).pathname;
}

async function addDocument(
  page: Page,
  workspace: string,
  supplier: string,
  finding: string,
  held: "" | "&held=yes" = "",
): Promise<void> {
  await page.goto(paths.newEvidence(workspace, supplier, `finding=${finding.split("/").at(-1)}${held}`));
  const buffer = Buffer.from("The decision of 1 February 2026.");
  await page
    .locator("main input[type=file]")
    .setInputFiles({ name: "decision-7-2026.txt", mimeType: "text/plain", buffer });
  await page.locator("main input[name=persons][value=no]").check();
  await fill(page, {
    shows: "The decision of the inspectorate",
    issuer: "Labour inspectorate",
    expiresOn: "2026-02-20",
  });
  await page.locator("main select[name=strength]").selectOption("primary");
  await page.locator("main form:has(input[type=file]) button").click();
  await page.waitForURL((url) => url.pathname === finding);
}

const addressOf =
  (name: string) =>
  (world: World): string =>
    of(world, name);
const ofSupplier =
  (address: (workspace: string, supplier: string) => string, name: string) =>
  (world: World): string =>
    address(of(world, "found"), of(world, name));

export const FINDINGS: Stage = {
  as: "owner",
  async arrange(page, { folder, made }) {
    const workspace = await foundWorkspace(page, "Elverum Works");
    made.set("found", workspace);
    const file = path.join(folder, "elverum.csv");
    writeFileSync(file, SUPPLIERS);
    await publishList(page, workspace, file);
    const mill = await firstSupplier(page, workspace, "q=Padma");
    const cleaner = await firstSupplier(page, workspace, "q=Vale");
    made.set("mill", mill);
    made.set("cleaner", cleaner);
    const summary = "Papers of about 40 workers lie in the office safe; they get them for a day on written request.";
    const finding = await record(page, workspace, mill, "authority", summary);
    made.set("finding", finding);
    await addDocument(page, workspace, mill, finding);
    const reply = page.locator("main form:has(input[value=reply])");
    await page.locator("main details:has(input[value=reply]) > summary").click();
    await reply.locator("textarea").fill("It is so. They are handed back this week.");
    await reply.locator("button").click();
    await page.locator("main ol li").nth(1).waitFor();
    const settle = page.locator("main form:has(input[value=settle])");
    await settle.locator("select").selectOption("substantiated");
    await settle.locator("textarea").fill("The decision is final and the mill agrees.");
    await settle.locator("button").click();
    await page.locator("main ol li").nth(2).waitFor();
    made.set("alleged", await record(page, workspace, mill, "press", "A paper writes of night shifts of 14 hours."));
    made.set(
      "protected",
      await record(page, workspace, mill, "union", "Recruits owe four months of pay to the agent."),
    );
    const kept = await record(page, workspace, mill, "union", "Papers of the night shift lie with the agent in town.");
    made.set("protectedSettled", kept);
    await addDocument(page, workspace, mill, kept, "&held=yes");
    const pair = page.locator("main form:has(input[value=settle])");
    await pair.locator("select").selectOption("substantiated");
    await pair.locator("textarea").fill("Two organisations counted the same.");
    await pair.locator("details > summary").click();
    for (const sign of ["ICLS-I9", "ICLS-C5"]) await pair.locator(`input[value=${sign}]`).check();
    await pair.locator("button").click();
    await page.locator("main ol li").nth(1).waitFor();
    await page.goto(paths.danger(workspace, cleaner));
    await page.locator("main button[value=place]").click();
    await page.locator("main [role=alert]").waitFor();
  },
  scenes: [
    { name: "finding", address: addressOf("finding"), narrow: true },
    { name: "finding-alleged", address: addressOf("alleged"), open: openAll, narrow: true },
    { name: "finding-protected", address: addressOf("protected"), open: openAll },
    { name: "finding-protected-settled", address: addressOf("protectedSettled"), narrow: true },
    {
      name: "finding-protected-document",
      address: (world) =>
        paths.newEvidence(
          of(world, "found"),
          of(world, "mill"),
          `finding=${of(world, "protectedSettled").split("/").at(-1)}&held=yes`,
        ),
    },
    { name: "finding-new", address: ofSupplier(paths.newFinding, "mill"), narrow: true },
    { name: "finding-document", address: ofSupplier(paths.newEvidence, "mill"), narrow: true },
    { name: "finding-danger", address: ofSupplier(paths.danger, "mill"), open: openAll, narrow: true },
    { name: "finding-danger-held", address: ofSupplier(paths.danger, "cleaner") },
    { name: "finding-supplier", address: ofSupplier(paths.supplier, "mill"), narrow: true },
    { name: "finding-answers", address: ofSupplier(paths.recruitment, "mill") },
    { name: "finding-supplier-held", address: ofSupplier(paths.supplier, "cleaner"), narrow: true },
    { name: "finding-disclosure", address: at(paths.disclosure, "", "found") },
  ],
};

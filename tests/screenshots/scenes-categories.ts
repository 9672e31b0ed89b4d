/** Tenders, the assessment of a category, its record, and the commitments. */
import { onDay, paths } from "../../app/lib/paths";
import { at, of, openAll, type Stage } from "./scene";

const SHIRTS = "title=Work+shirts&cpv=18332000-5&origin=BD&origin=TR&originUnknown=1&buyer=DE&regime=eu";
const CLEANING = "title=School+cleaning&cpv=90919300-5&place=DE&buyer=DE&regime=eu&step=result";

export const CATEGORIES: Stage = {
  as: "owner",
  async arrange(page, { made }) {
    await page.goto(paths.newCategory(made.get("list")!, `${SHIRTS}&step=result`));
    for (const measure of ["originProof", "traceAward", "employerPays"])
      await page.locator(`input[name=measure][value=${measure}]`).check();
    await page.locator("textarea[name=ownText]").fill("The union of the brigade reads the clauses first.");
    await page.locator("#tender button").click();
    await page.waitForURL(/\/categories\/[\da-z]{22}/u);
    made.set("category", new URL(page.url()).pathname.split("/").at(-1)!);
    await page.goto(paths.commitment(made.get("list")!, "ILO-FR-01"));
    await page.locator("select[name=judgement]").selectOption("partly");
    await page.locator("textarea[name=reason]").fill("Half of an invented group is repaid; the other was not asked.");
    await page.locator("section:has(#judgement) button").first().click();
    await page.waitForURL(/saved=judge/u);
  },
  scenes: [
    { name: "tenders", address: at(paths.tenders), narrow: true },
    { name: "category-begun", address: at(paths.newCategory), narrow: true },
    { name: "category-found", address: at(paths.newCategory, "words=shirts") },
    { name: "category-nothing-found", address: at(paths.newCategory, "words=qwertyuiop") },
    { name: "category-stated", address: at(paths.newCategory, SHIRTS), narrow: true },
    { name: "category-missing", address: at(paths.newCategory, "cpv=18332000-5&originMore=Atlantis&step=result") },
    { name: "category-result", address: at(paths.newCategory, `${SHIRTS}&step=result`), narrow: true },
    { name: "category-service", address: at(paths.newCategory, CLEANING), open: openAll },
    {
      name: "category-record",
      address: (world) => paths.category(of(world, "list"), of(world, "category")),
      narrow: true,
    },
    { name: "commitments", address: at(paths.commitments), narrow: true },
    { name: "commitments-evidence", address: at(paths.commitmentsEvidence), narrow: true },
    {
      name: "commitment",
      address: (world) => paths.commitment(of(world, "list"), "ILO-FR-01"),
      narrow: true,
      open: openAll,
    },
    { name: "commitments-evidence-past", address: at(paths.commitmentsEvidence, "on=2020-01-01") },
    {
      name: "commitment-past",
      address: (world) => onDay(paths.commitment(of(world, "list"), "ILO-FR-01"), "2020-01-01"),
    },
    { name: "commitments-none", address: at(paths.commitments, "words=qwertyuiop") },
  ],
};

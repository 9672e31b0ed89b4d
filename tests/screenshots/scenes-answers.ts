/** Whom to ask, what they answered, and another model tried on the list. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { paths } from "../../app/lib/paths";
import { at, of, openAll, type Stage, type World } from "./scene";
import { firstSupplier, foundWorkspace, publishList } from "./steps";

const answersOf =
  (address: (workspace: string, supplierId: string) => string) =>
  (world: World): string =>
    address(of(world, "list"), of(world, "asked"));

export const ANSWERS: Stage = {
  as: "owner",
  async arrange(page, { folder, made }) {
    await page.goto(paths.toAsk(made.get("list")!));
    const href = await page.locator("main a[href$='/recruitment']").first().getAttribute("href");
    made.set("asked", href!.split("/").at(-2)!);
    const garments = await foundWorkspace(page, "Garments");
    const file = path.join(folder, "garments.csv");
    writeFileSync(
      file,
      "Supplier name,Country,Product,Role\nPadma Apparel Ltd,Bangladesh,cotton shirts,manufacturer\n",
    );
    await publishList(page, garments, file);
    made.set("garments", garments).set("maker", await firstSupplier(page, garments, ""));
  },
  scenes: [
    { name: "whom-to-ask", address: at(paths.toAsk), narrow: true },
    { name: "answers", address: answersOf(paths.recruitment), narrow: true },
    {
      name: "answers-tried",
      address: answersOf(paths.recruitment),
      async open(page, words) {
        await openAll(page);
        await page.locator("[name=employerCostTotalUsd]").fill("100");
        await page.locator("[name='currency.employerCostTotalUsd']").fill("NPR");
        await page.getByLabel(words.recruitment.field.papersHeldBy).selectOption("worker");
        await page.getByText(words.recruitment.result.effect).first().waitFor();
        await page.getByRole("button", { name: words.recruitment.save, exact: true }).click();
        await page.getByText(words.recruitment.form.title).waitFor();
      },
      refused: true,
    },
    {
      name: "answers-protected",
      address: answersOf(paths.recruitment),
      async open(page, words) {
        await page.getByRole("link", { name: words.recruitment.protected.enter }).click();
        await page.getByText(words.recruitment.protected.leave).waitFor();
      },
    },
    {
      name: "materials",
      address: (world) => paths.supplier(of(world, "garments"), of(world, "maker")),
      async open(page, words) {
        const question = page
          .getByRole("region", { name: words.materials.title })
          .getByText(words.materials.ask.cotton);
        await question.click();
        await page.getByLabel(words.materials.countries).first().fill("TM, CN-XJ");
        await page.getByText(words.materials.effect).waitFor();
        await question.scrollIntoViewIfNeeded();
      },
      narrow: true,
    },
    {
      name: "materials-refused",
      address: (world) => paths.materials(of(world, "garments"), of(world, "maker")),
      async open(page, words) {
        await page.getByText(words.materials.ask.cotton).click();
        await page.getByLabel(words.materials.countries).first().fill("Atlantis");
        await page.getByRole("button", { name: words.materials.save }).first().click();
        await page.locator("[aria-invalid=true]").first().waitFor();
      },
      refused: true,
    },
    { name: "answers-sheet", address: answersOf((workspace, id) => paths.questionSheet(workspace, id, "ru")) },
  ],
};

export const MODEL: Stage = {
  as: "owner",
  async arrange(page, { made }) {
    const workspace = made.get("list")!;
    await page.goto(paths.model(workspace));
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.locator("main button[name=intent][value=compare]").first().click();
    await answered;
    await page.locator(`main a[href*='/model/moves.csv']`).first().waitFor({ timeout: 60_000 });
  },
  scenes: [{ name: "model", address: at(paths.model), narrow: true }],
};

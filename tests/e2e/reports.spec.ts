/** A report from the list of reports to a filed, signed one: by whoever writes, and whoever else approves. */
import { readFileSync } from "node:fs";
import { catalogue as ru } from "../../app/i18n/ru";
import { en, expect, inLanguage, paths, test } from "./journey";

for (const [language, all] of [
  ["en", en],
  ["ru", ru],
] as const)
  test(`a statement is started, written, approved and published, and taken away as files (${language})`, async ({
    page,
    listed,
  }) => {
    test.setTimeout(120_000);
    const words = all.reports;
    await page.goto(paths.workspace(listed));
    await inLanguage(page, language);
    await page.goto(paths.reports(listed));
    const card = page.getByRole("listitem").filter({ has: page.locator("[name=type][value=statement]") });
    await card.getByLabel(words.chooseVariant).selectOption("uk");
    await card.getByRole("button").click();
    await page.waitForURL(/\/reports\/[0-9a-z]{22}$/);
    await expect(page.getByText(all.reportStatement.variantNote.uk)).toBeVisible();

    // What is needed and empty is named; a period that is none is refused, and what was typed stays.
    await expect(page.getByText(words.gapsEmpty)).toBeVisible();
    await page.getByLabel(words.from).fill("2026-03-01");
    await page.getByLabel(words.to).fill("2026-02-01");
    await page.getByLabel(words.organisation).fill("Alder & Birch GmbH");
    const settings = page.getByRole("region", { name: words.settings });
    await settings.getByRole("button", { name: words.save }).click();
    await expect(page.getByRole("alert")).toContainText(all.problem["report.period"]);
    await expect(page.getByLabel(words.organisation)).toHaveValue("Alder & Birch GmbH");
    await page.getByLabel(words.to).fill("2026-09-30");
    await settings.getByRole("button", { name: words.save }).click();
    await expect(page.getByText(words.saved)).toBeVisible();

    const point = page.locator("#point-about");
    await point.locator("summary").click();
    await point.getByLabel(words.text).fill("We sew work clothing.");
    await point.getByLabel(words.evidence).fill("Company register, 3 March 2026, intranet");
    // A link away and the way back ask first, and what was typed stays.
    for (const goAway of [
      () => page.getByRole("link", { name: words.title, exact: true }).first().click(),
      () => page.goBack(),
    ]) {
      await goAway();
      await page.getByRole("button", { name: all.common.unsaved.stay }).click();
      await expect(point.getByLabel(words.text)).toBeFocused();
    }
    await point.getByRole("button", { name: words.save, exact: true }).click();
    const preview = page.getByRole("article");
    await expect(preview).toContainText("We sew work clothing.");
    await expect(preview).toContainText("Company register, 3 March 2026, intranet");

    await page.getByLabel(words.yourTitle).fill("Buyer");
    await page.getByRole("button", { name: words.submit }).click();
    // Nobody else here can approve: it says so, and wants to know that the gaps were seen.
    await expect(page.getByText(words.approveAlone)).toBeVisible();
    await page.getByRole("button", { name: words.approve, exact: true }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await page.getByLabel(words.knowsGaps).check();
    await page.getByRole("button", { name: words.approve, exact: true }).click();
    // Board and director have not signed: that wants to be known, too.
    await page.getByRole("button", { name: words.publish }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await page.getByLabel(all.reportSigners.knows).check();
    await page.getByRole("button", { name: words.publish }).click();
    await expect(page.getByRole("heading", { level: 1 }).locator("..")).toContainText("1");
    await expect(preview).toContainText(words.alone);
    await expect(page.locator("#point-about")).toHaveCount(0);

    for (const [format, begins] of [
      ["pdf", "%PDF"],
      ["json", "{"],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: words.file[format], exact: true }).click(),
      ]);
      expect(readFileSync(await file.path(), "latin1").startsWith(begins)).toBe(true);
    }
    await page.goto(paths.reports(listed));
    await expect(page.getByRole("table")).toContainText(all.reportStatement.title);
  });

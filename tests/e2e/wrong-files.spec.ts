import { aFile, aList, atMapping, buildButton, en, expect, meaning, paths, test, upload } from "./journey";

const sentence = "main";

const WRONG: readonly {
  readonly what: string;
  readonly name: string;
  readonly bytes: () => string | Uint8Array;
  readonly says: RegExp;
}[] = [
  {
    what: "a PDF",
    name: "suppliers.pdf",
    bytes: () => "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<<>>\n%%EOF\n",
    says: /PDF/,
  },
  {
    what: "an old .xls workbook",
    name: "suppliers.xls",
    bytes: () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2048)]),
    says: /\.xlsx/,
  },
  {
    what: "a web page named .xls",
    name: "export.xls",
    bytes: () => "<html><body><table><tr><td>Supplier</td></tr></table></body></html>",
    says: /HTML|web page/i,
  },
  { what: "an empty file", name: "empty.csv", bytes: () => "", says: /empty/i },
  {
    what: "a form without data",
    name: "form.csv",
    bytes: () => "Supplier name,Country,Product\n,,\n,,\n",
    says: /no (rows|data|supplier)|without (rows|data)/i,
  },
];

for (const { what, name, bytes, says } of WRONG) {
  test(`${what} gets a sentence that says what to do, and nothing changes`, async ({ page, workspace }) => {
    await upload(page, workspace, aFile(name, bytes()));
    await expect(page.locator(sentence).getByText(en.imports.failed.title).first()).toBeVisible();
    await expect(page.locator(sentence).getByText(says).first()).toBeVisible();
    await expect(page.getByText(/undefined|NaN|\bat \w+ \(|Error:/)).toHaveCount(0);
    await page.goto(paths.suppliers(workspace));
    await expect(page.getByText(en.shell.empty.noListTitle)).toBeVisible();
  });
}

test("a mapping without a name column is refused, and keeps what was chosen and typed", async ({ page, workspace }) => {
  await upload(page, workspace, aList(20));
  await atMapping(page);
  await meaning(page, "supplier_name").selectOption("");
  await meaning(page, "parent_company").selectOption("");
  await meaning(page, "tier").selectOption("");
  await page.getByLabel(en.imports.mapping.product, { exact: false }).fill("work clothes");
  await buildButton(page).click();
  await expect(page.getByText(en.imports.mapping.nameMissing)).toBeVisible();
  await expect(meaning(page, "tier")).toHaveValue("");
  await expect(meaning(page, "supplier_name")).toHaveValue("");
  await expect(page.getByLabel(en.imports.mapping.product, { exact: false })).toHaveValue("work clothes");
});

test("the same meaning for two columns is refused with its name", async ({ page, workspace }) => {
  await upload(page, workspace, aList(20));
  await atMapping(page);
  await meaning(page, "parent_company").selectOption("name");
  await buildButton(page).click();
  await expect(page.getByText(en.imports.mapping.twice.replace("{{field}}", en.field.name.name))).toBeVisible();
  await expect(meaning(page, "parent_company")).toHaveValue("name");
});

test("a wrong password keeps the e-mail and says so", async ({ page }) => {
  await page.goto(paths.login());
  await page.getByLabel(en.account.login.email, { exact: true }).fill("nobody@candour.example");
  await page.getByLabel(en.account.login.password, { exact: true }).fill("not the password");
  await page.getByRole("button", { name: en.account.login.submit }).click();
  await expect(page.getByText(en.account.form.wrongSignIn)).toBeVisible();
  await expect(page.getByLabel(en.account.login.email, { exact: true })).toHaveValue("nobody@candour.example");
});

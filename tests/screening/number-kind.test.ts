import { expect, test } from "vitest";
import { EditionScreen } from "../../app/screening/screen-editions";
import { shippedEditions } from "../../app/lib/shipped-lists.server";
import { numberCompared, numberKind } from "../../app/screening/number-kind";

test.each([
  ["DE123456789", "", "vat"],
  ["de 123 456 789", "", "vat"],
  ["NL123456789B01", "Company number", "vat"],
  ["CHE-123.456.789", "", "vat"],
  ["5493001KJTIIGC8Y1R12", "VAT", "lei"],
  ["HRB123456", "", "registration"],
  ["33.444.555/0004-40", "CNPJ", "registration"],
  ["1027700000000", "ОГРН", "registration"],
  ["12345678901234567890", "", "registration"],
  ["123456789", "VAT number", "vat"],
  ["123456789", "USt-IdNr.", "vat"],
  ["123456789", "Private company number", "registration"],
  ["123456789", "D-U-N-S", "duns"],
])("the number %s under the header %j is of the kind %s", (number, header, kind) => {
  expect(numberKind(number, header)).toBe(kind);
});

test("a CNPJ is compared by the firm it belongs to, other numbers whole", () => {
  expect(numberCompared("11.222.333/0001-81")).toBe("11222333");
  expect(numberCompared("11222333000181")).toBe("11222333");
  expect(numberCompared("11222333000182")).toBe("11222333000182");
  expect(numberCompared("DE123456789")).toBe("DE123456789");
});

test("another branch of a firm on Brazil's register is found by its number, under another name too", () => {
  const brazil = shippedEditions().filter(({ listId }) => listId === "BR-LISTA-SUJA");
  const [first] = brazil[0]!.entries;
  const branch = branchOf(first!.id.slice(0, 8), "0099");
  const [hit] = new EditionScreen(brazil).find({
    name: "Outro Nome Qualquer",
    country: "BR",
    ids: { registration: branch },
  });
  expect(hit!.entry.id).toBe(first!.id);
  expect(hit!.score).toBeGreaterThan(0.9);
});

/** A branch's number with its check digits, by the rule of the Brazilian tax office: weights 2 to 9 from the right, modulo 11. */
function branchOf(root: string, branch: string): string {
  const withCheck = (digits: string): string => {
    const sum = [...digits].reverse().reduce((all, digit, at) => all + Number(digit) * ((at % 8) + 2), 0);
    const rest = sum % 11;
    return digits + String(rest < 2 ? 0 : 11 - rest);
  };
  return withCheck(withCheck(root + branch));
}

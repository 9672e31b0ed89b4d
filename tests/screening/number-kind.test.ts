import { expect, test } from "vitest";
import { numberKind } from "../../app/screening/number-kind";

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

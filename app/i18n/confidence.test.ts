import { expect, test } from "vitest";
import { catalogue as ru } from "./ru";

test("in Russian what was told in confidence is said as in a court, and no class that may leave is called so", () => {
  const colloquial = JSON.stringify(ru).match(/.{0,60}по секрету/giu);
  expect(colloquial).toBeNull();
  expect(ru.pack.page.note).toMatch(/^Сообщённое конфиденциально/u);
  for (const of of ["public", "internal", "confidential"] as const)
    expect(ru.findings.class[of]).not.toMatch(/конфиденциально/iu);
});

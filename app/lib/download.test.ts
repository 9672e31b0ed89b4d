import { expect, test } from "vitest";
import { attachment } from "./download.server";

test("a download's name survives in any script and cannot break out of its header", () => {
  expect(attachment("Поставщики.csv")).toBe(
    `attachment; filename="__________.csv"; filename*=UTF-8''%D0%9F%D0%BE%D1%81%D1%82%D0%B0%D0%B2%D1%89%D0%B8%D0%BA%D0%B8.csv`,
  );
  expect(attachment('a"; b\r\nc.csv')).toBe(
    `attachment; filename="a_; b__c.csv"; filename*=UTF-8''a%22%3B%20b%0D%0Ac.csv`,
  );
});

test("half a letter and marks that turn the direction are no part of a download's name", () => {
  expect(attachment("list\ud800.csv")).toContain("UTF-8''list_.csv");
  expect(attachment("list\u202evsc.exe")).toContain("UTF-8''list_vsc.exe");
});

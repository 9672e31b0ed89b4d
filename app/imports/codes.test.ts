import { expect, test } from "vitest";
import { LEFT_OUT_REASONS, REPAIR_CODES, SET_ASIDE_REASONS, isLeftOutReason, isSetAsideReason } from "./codes";
import { ISSUE_TEXTS } from "./issue-texts";

test("every code has one sentence in English and one in Russian", () => {
  const codes = [...REPAIR_CODES, ...SET_ASIDE_REASONS, ...LEFT_OUT_REASONS].sort();
  for (const texts of [ISSUE_TEXTS.en, ISSUE_TEXTS.ru]) {
    expect(Object.keys(texts).sort()).toEqual(codes);
    for (const text of Object.values(texts)) expect(text).toMatch(/\S\.$/);
  }
  for (const code of codes) expect(ISSUE_TEXTS.ru[code]).toMatch(/[а-я]/);
});

test("reasons are told apart from repairs", () => {
  expect([
    isSetAsideReason("court"),
    isSetAsideReason("no-name"),
    isLeftOutReason("no-name"),
    isLeftOutReason("cell.spaces"),
  ]).toEqual([true, false, true, false]);
});

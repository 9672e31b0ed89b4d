import { describe, expect, test } from "vitest";
import { personMarks } from "./finding-persons";

describe("what names a person is seen", () => {
  test.each([
    ["Write to anna.k@example.org", "email"],
    ["Пишите: anna@пример.рф", "email"],
    ["Call +47 912 34 567 after work", "phone"],
    ["tel. 912 34 567", "phone"],
    ["телефон: 8 912 345 67 89", "phone"],
    ["passport no. AB 1234567 was taken", "identity"],
    ["Passport: K1234567", "identity"],
    ["паспорт № 4509 123456 изъят", "identity"],
    ["L898902C36UTO7408122F1204159", "identity"],
    ["P<UTOERIKSSON<<ANNA<MARIA<<<<", "identity"],
    ["a worker born on 12.03.1990", "birth"],
    ["born 3 May 1991", "birth"],
    ["дата рождения: 12.03.1990", "birth"],
    ["Mr. Rahman says so", "titled-name"],
    ["господин Иванов сообщил", "titled-name"],
  ])("%s: %s", (text, mark) => {
    expect(personMarks(text)).toContain(mark);
  });
});

describe("what names nobody is left alone", () => {
  test.each([
    "Labour inspectorate, case 12/2026-4567, decision of 3 May 2026",
    "Passports of 40 workers are kept in the office",
    "The agency took 3 500 USD from each of 40 workers",
    "A visa costs 250 USD in this corridor",
    "Паспорта 40 работников лежат в сейфе у бригадира",
    "Court of Appeal, Case C-617/24, paragraph 112",
    "Mill 4, Block B, 2026-03-01 to 2026-03-31",
    "Working 72 hours a week in May 2026",
    "https://example.org/report-2026.pdf",
    "Workers born in the north are paid less",
  ])("%s", (text) => {
    expect(personMarks(text)).toEqual([]);
  });
});

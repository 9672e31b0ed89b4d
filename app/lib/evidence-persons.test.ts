import { describe, expect, test } from "vitest";
import { personSign } from "./evidence-persons";

const table = (text: string) => ({ cells: text.split(/[;\n]/u) });

describe("lists of workers and identity papers are told by their letters", () => {
  test.each([
    ["No;Full name;Passport No.;Start\n1;A;B123;x", "identity-column"],
    ["Фамилия;Имя;Дата рождения\nИванов;Иван;01.02.1990", "names-and-births"],
    ["first_name;last_name;DOB;wage\nA;B;1990;4", "names-and-births"],
    ["Ф.И.О.;Год рождения", "names-and-births"],
    ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B", "machine-readable"],
    ["Passport no. B 1234567 and passport no. C 7654321 were kept", "identity-numbers"],
    ["Серия и номер;Паспорт серия и номер", "identity-column"],
  ])("%s", (text, sign) => {
    expect(personSign(table(text))).toBe(sign);
  });
});

describe("what speaks of groups is kept", () => {
  test.each([
    "Corridor;Workers;Fee, USD;Repaid\nBD-MY;40;3500;1000",
    "Company name;Country;Product",
    "Supplier;Name;Date",
    "The audit of May 2026 found 40 passports in the office safe",
    "Аудит: паспорта 40 работников лежали в сейфе; возраст не указан",
    "Age;Share of workers",
    "",
  ])("%s", (text) => {
    expect(personSign(table(text))).toBeNull();
  });
});

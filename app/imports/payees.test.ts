import { describe, expect, test } from "vitest";
import { nameKey } from "./name-key";
import { hasCompanyForm, mayBeNoSeller, payeeReason, purposeReason } from "./payees";

const reasonOf = (name: string): string | null => payeeReason(name, nameKey(name));

describe("who is set aside", () => {
  test.each([
    [
      "natural-person",
      [
        "DR CHRISTIAN LACHMANN",
        "DR R SPENCER",
        "Dr Vivienne Jayne Poskitt",
        "MR J SMITH",
        "Mr John Smith",
        "MRS A B JONES",
        "Ms. Jane Doe",
        "Mr & Mrs Smith",
        "Prof. Anna Berg",
        "Herr Hans Müller",
        "Frau Claudia Weiß",
        "Mme Marie Dupont",
        "Sr. Carlos Pérez",
        "Г-н Иванов Сергей",
        "ИП Иванов Иван Иванович",
        "Иванова Анна Петровна",
        "ИП «Рассвет»",
        "ФОП Шевченко Т.Г.",
        "张伟先生",
        "Smith, Mr John",
      ],
    ],
    [
      "redacted",
      ["REDACTED PERSONAL DATA", "Redacted personal data", "[REDACTED]", "Name withheld", "Redacted - Foster Carer"],
    ],
    [
      "tax-authority",
      [
        "HMRC",
        "HM REVENUE & CUSTOMS",
        "H M REVENUE AND CUSTOMS HMRC",
        "Finanzamt München",
        "Skatteetaten",
        "URSSAF Ile de France",
        "Agencia Tributaria",
        "ИФНС России № 7",
        "УФК по г. Москве",
        "国家税务局",
        "Internal Revenue Service",
      ],
    ],
    [
      "public-body",
      [
        "LEEDS CITY COUNCIL",
        "MASHAM PARISH COUNCIL",
        "NORTH YORKSHIRE COUNTY COUNCIL",
        "WAKEFIELD MDC",
        "London Borough of Camden",
        "Oslo kommune",
        "Stadt Köln",
        "Ministry of Justice",
        "Mairie de Lyon",
        "Ayuntamiento de Madrid",
        "Prefeitura Municipal de Santos",
        "Администрация города Казани",
        "Министерство обороны",
        "人民政府办公厅",
        "THE INFORMATION COMMISSIONER",
        "DISCLOSURE AND BARRING SERVICE",
        "City of London",
      ],
    ],
    [
      "court",
      [
        "HER MAJESTY'S COURTS SERVICE",
        "HER MAJESTY«S COURTS SERVICE",
        "HMCTS",
        "Leeds Magistrates Court",
        "Amtsgericht Bonn",
        "Арбитражный суд г. Москвы",
      ],
    ],
    [
      "police",
      ["North Yorkshire Police", "Police and Crime Commissioner", "Avon and Somerset Constabulary", "Polizei Berlin"],
    ],
    ["pension-fund", ["West Yorkshire Pension Fund", "Teachers Pensions", "Пенсионный фонд РФ"]],
    ["payroll", ["Payroll", "SALARIES", "Net Pay January"]],
    ["refund", ["Council Tax Refunds"]],
    [
      "placeholder-name",
      [
        "VARIOUS",
        "Various suppliers",
        "UNKNOWN",
        "ONE-TIME VENDOR",
        "Sundry Creditors",
        "Разные",
        "Diverse leverandører",
        "Miscellaneous",
      ],
    ],
  ] as const)("%s", (reason, names) => {
    expect(names.map((name) => [name, reasonOf(name)])).toEqual(names.map((name) => [name, reason]));
  });

  test.each([
    "VERTICAL ACCESS LTD", "MR LUBE INC", "Dr. Oetker Nahrungsmittel KG", "DR MARTENS AIRWAIR LTD", "Dr Oetker", "DR PEPPER", "Mr Bricolage", "MISS SELFRIDGE", "MS INDUSTRIES", "MS GLOBAL", "Dr Wolff Gruppe", "BOB COWELL", "JOHN HUNTER", "POLICE SUPPLIES LTD", "EARLS COURT EXHIBITIONS", "HAMPTON COURT HOTEL",
    "BRITISH COUNCIL", "CITY LIFT SERVICES (NW) LTD", "TAX ASSIST ACCOUNTANTS", "TOWN & COUNTRY CARS", "Norse Council Services Ltd", "DEVELOPMENT GRANTS CONSULTANCY LTD", "ООО «Иванов и партнёры»", "АО Полиция Безопасность", "Various Things Ltd", "County Cleaning Services", "State Street Bank", "STADTWERKE KÖLN GMBH",
    "Commission Air Ltd", "华鑫纺织有限公司", "先生食品有限公司", "Tim Stubbs Cad and Visualisation", "HOUSING ASSOCIATION LTD", "ARTS COUNCIL TRADING LTD", "Crown Paints", "Ростехнадзор Сервис ООО", "Village Bakery", "Pension Consultants LLP", "Kommunekredit A/S",
  ])("%s is a firm and stays", (name) => {
    expect(reasonOf(name)).toBeNull();
  }); // prettier-ignore
});

describe("what a purpose says", () => {
  test.each([
    ["Payroll", "payroll"],
    ["Net pay", "payroll"],
    ["Foster carer payments", "payroll"],
    ["Council tax refund", "refund"],
    ["Refund of overpayment", "refund"],
    ["Grants to Vol Organisations", "grant"],
    ["Quarter 4 Grant", "grant"],
    ["Возврат", "refund"],
    ["Субсидия", "grant"],
  ])("%s is a %s", (text, reason) => {
    expect(purposeReason(text)).toBe(reason);
  });
  test.each([
    "Temporary Staff",
    "Employees",
    "Cleaning Materials",
    "Fuel/Oil",
    "Mand Disabled Facilities Grants",
    "Granite kerbs",
    "Staff Advertising",
    "Redacted Personal Data",
  ])("%s is a purchase", (text) => {
    expect(purposeReason(text)).toBeNull();
  });
});

test("a company shows by its legal form, a sole trader does not", () => {
  expect(
    ["Foo Ltd", "ООО Ромашка", "Bar GmbH & Co. KG", "华鑫有限公司", "ИП Иванов"].map((name) =>
      hasCompanyForm(nameKey(name)),
    ),
  ).toEqual([true, true, true, true, false]);
});

test("names without any telling word are passed over at once", () => {
  expect(["bandar textiles ltd", "ромашка сервис", "nordvik as"].some(mayBeNoSeller)).toBe(false);
});

/**
 * EU consolidated financial sanctions list, file 1.1 as CSV or XML, from the Commission's page of the data set (list-heads).
 *
 * Layout read on 2026-11-28 in public code and rows taken from the files of 5 August 2026.
 * CSV: semicolons, UTF-8 with a byte order mark, one row for each name, address and number of an entity, so that an entity has
 * many rows; columns fileGenerationDate (DD/MM/YYYY), Entity_LogicalId, Entity_EU_ReferenceNumber, Entity_DesignationDate,
 * Entity_SubjectType (P or E), Entity_SubjectType_ClassificationCode (person or enterprise), Entity_Regulation_NumberTitle,
 * Entity_Regulation_Programme, Entity_Regulation_EntryIntoForceDate, NameAlias_WholeName, Address_Street, Address_City,
 * Address_CountryIso2Code, Identification_Number, Identification_TypeCode, and some ninety more.
 * XML: export[generationDate] / sanctionEntity[logicalId, euReferenceNumber, designationDate] with subjectType[code],
 * regulation[programme, numberTitle, entryIntoForceDate], nameAlias[wholeName], address[street, city, countryIso2Code] and
 * identification[number, identificationTypeCode]. Remarks are not kept: they name people.
 */
import { SaxesParser } from "saxes";
import type { IsoDate } from "../../../risk-models/types";
import { distinct, entryOf, LeftOut } from "../entries";
import { LEGAL, LIST_HEADS } from "../list-heads";
import { countriesIn, dayIn, findTable, missingColumns, wrongKind, type ListFile, type ReadOptions } from "../tables";
import { tidy } from "../names";
import { NAMELESS, PERSON, type ReadList } from "./read-list";

const LIST = LIST_HEADS["EU-FSF"].title;
const COLUMNS = [
  "fileGenerationDate",
  "Entity_LogicalId",
  "Entity_EU_ReferenceNumber",
  "Entity_SubjectType",
  "Entity_Regulation_NumberTitle",
  "Entity_Regulation_Programme",
  "NameAlias_WholeName",
  "Address_Street",
  "Address_City",
  "Address_CountryIso2Code",
  "Identification_Number",
  "Identification_TypeCode",
];

/** Facts about one entity as they come, row by row or element by element. */
interface Subject {
  reference: string;
  isPerson: boolean;
  listedOn: IsoDate | null;
  reasons: string[];
  names: string[];
  addresses: { street: string; city: string; country: string }[];
  ids: Record<string, string>;
}

const newSubject = (): Subject => ({
  reference: "",
  isPerson: false,
  listedOn: null,
  reasons: [],
  names: [],
  addresses: [],
  ids: {},
});

/** @throws Problem `list.file-kind`, `list.format`. */
export function readEuFsf(file: ListFile, options: ReadOptions): ReadList {
  if (file.kind === "table") return readCsv(file, options);
  if (file.kind === "xml") return readXml(file.text, options);
  throw wrongKind(LIST, file, "CSV, XML");
}

function readCsv(file: ListFile, options: ReadOptions): ReadList {
  const table = findTable(LIST, file, COLUMNS);
  const subjects = new Map<string, Subject>();
  let date: IsoDate | null = null;
  for (const row of table.rows) {
    const id = row.text("Entity_LogicalId");
    if (id === "") continue;
    date ??= dayIn(row.text("fileGenerationDate"), "dmy");
    let subject = subjects.get(id);
    if (!subject) subjects.set(id, (subject = newSubject()));
    subject.isPerson ||= isPerson(row.text("Entity_SubjectType"), row.text("Entity_SubjectType_ClassificationCode"));
    if (subject.isPerson) continue;
    subject.reference ||= row.text("Entity_EU_ReferenceNumber");
    subject.listedOn ??=
      dayIn(row.text("Entity_DesignationDate"), "dmy") ??
      dayIn(row.text("Entity_Regulation_EntryIntoForceDate"), "dmy");
    addReason(subject, row.text("Entity_Regulation_Programme"), row.text("Entity_Regulation_NumberTitle"));
    subject.names.push(row.text("NameAlias_WholeName"));
    addAddress(subject, row.text("Address_Street"), row.text("Address_City"), row.text("Address_CountryIso2Code"));
    addId(subject, row.text("Identification_TypeCode"), row.text("Identification_Number"));
  }
  return readListOf(subjects, date, options);
}

/** Elements in one another; the file has four. */
const DEEPEST = 50;

function readXml(text: string, options: ReadOptions): ReadList {
  const subjects = new Map<string, Subject>();
  let date: IsoDate | null = null;
  let isExport = false;
  let subject = newSubject();
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("doctype", () => {
    throw missingColumns(LIST, ["export"], []);
  });
  parser.on("error", () => {
    throw missingColumns(LIST, ["export"], []);
  });
  let depth = 0;
  parser.on("closetag", () => void depth--);
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > DEEPEST) throw missingColumns(LIST, ["export"], []);
    const of = (key: string) => tidy(attributes[key] ?? "");
    switch (name.replace(/^.*:/, "")) {
      case "export":
        isExport = true;
        date = of("generationDate").slice(0, 10) || null;
        break;
      case "sanctionEntity":
        subject = {
          ...newSubject(),
          reference: of("euReferenceNumber"),
          listedOn: dayIn(of("designationDate"), "ymd"),
        };
        subjects.set(of("logicalId"), subject);
        break;
      case "subjectType":
        subject.isPerson = isPerson(of("code"), of("classificationCode"));
        break;
      case "regulation":
        subject.listedOn ??= dayIn(of("entryIntoForceDate"), "ymd");
        addReason(subject, of("programme"), of("numberTitle"));
        break;
      case "nameAlias":
        subject.names.push(of("wholeName"));
        break;
      case "address":
        addAddress(subject, of("street"), of("city"), of("countryIso2Code"));
        break;
      case "identification":
        addId(subject, of("identificationTypeCode"), of("number"));
    }
  });
  parser.write(text).close();
  if (!isExport || subjects.size === 0)
    throw missingColumns(LIST, ["export", "sanctionEntity"], isExport ? ["export"] : []);
  return readListOf(subjects, date, options);
}

const isPerson = (...codes: string[]): boolean => codes.some((code) => /^(?:p|person)$/i.test(code));

function addReason(subject: Subject, programme: string, title: string): void {
  const reason = [programme, title].filter((part) => part !== "").join(", ");
  if (reason !== "" && !subject.reasons.includes(reason)) subject.reasons.push(reason);
}

function addAddress(subject: Subject, street: string, city: string, country: string): void {
  // 00 stands for an unknown country.
  const code = country === "00" ? "" : country;
  if (`${street}${city}${code}` !== "") subject.addresses.push({ street, city, country: code });
}

/** Numbers of registers and of taxes under our names for them, others under the publisher's. */
function addId(subject: Subject, type: string, number: string): void {
  if (type === "" || number === "") return;
  const code = type.toLowerCase();
  const kind = code.startsWith("reg") ? "registration" : /^(?:tax|fiscal)/.test(code) ? "tax" : code;
  subject.ids[kind] ??= number;
}

function readListOf(subjects: ReadonlyMap<string, Subject>, date: IsoDate | null, options: ReadOptions): ReadList {
  const leftOut = new LeftOut();
  const entries = [];
  for (const [id, { reference, isPerson, listedOn, reasons, names, addresses, ids }] of subjects) {
    const [name, ...aliases] = distinct(names);
    if (isPerson || name === undefined) {
      leftOut.add(isPerson ? PERSON : NAMELESS);
      continue;
    }
    const place = addresses.find(({ street }) => street !== "") ?? addresses.find(({ city }) => city !== "");
    const countries = countriesIn(
      addresses.map(({ country }) => country),
      options,
    );
    const reason = reasons.join("; ");
    entries.push(
      entryOf(
        {
          id: reference || id,
          name,
          aliases,
          countries,
          city: place?.city ?? "",
          address: place?.street ?? "",
          ids,
          reason,
          listedOn,
        },
        LEGAL.euSanctions,
      ),
    );
  }
  return { entries, leftOut: leftOut.counts(), date, count: null };
}

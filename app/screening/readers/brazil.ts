/**
 * Brazil's register of employers (Cadastro de Empregadores, "lista suja"): `cadastro_de_empregadores` as CSV or XLSX from the page
 * "Combate ao trabalho escravo e análogo ao de escravo" of the Ministry of Labour.
 *
 * Layout read on 2026-11-28 in public code that reads the file of 4 September 2026: semicolons, windows-1252; columns ID, Ano da
 * ação fiscal, UF, Empregador, CNPJ/CPF, Estabelecimento, Trabalhadores envolvidos, CNAE, Decisão administrativa de procedência,
 * Inclusão no Cadastro de Empregadores. Older files have titles above the header and notes below the last row. Numbers are
 * written in full: a CPF (11 digits) is a natural person's. So is the CNPJ of a sole trader, whose name is a person's, often after
 * the first digits of the number. "05/04/2024 a 10/05/2024, 09/04/2025": taken off by a court and put back. "(*1)" is a note.
 */
import type { IsoDate } from "../../../risk-models/types";
import { entryOf, LeftOut, mergeEntries } from "../entries";
import { LEGAL, LIST_HEADS } from "../list-heads";
import { readNamed, readsAsFirm } from "../names";
import { dayIn, findTable, type ListFile, type Row } from "../tables";
import type { ListEntry } from "../types";
import { NAMELESS, PERSON, SAME_FIRM, UNCLEAR, type ReadList } from "./read-list";

const COLUMNS = [
  "ID",
  "Ano da ação fiscal",
  "UF",
  "Empregador",
  "CNPJ/CPF",
  "Estabelecimento",
  "Trabalhadores envolvidos",
  "CNAE",
  "Inclusão no Cadastro de Empregadores",
];

/** @throws Problem `list.file-kind`, `list.format`. */
export function readBrazil(file: ListFile): ReadList {
  const table = findTable(LIST_HEADS["BR-LISTA-SUJA"].title, file, COLUMNS);
  const leftOut = new LeftOut();
  const found: ListEntry[] = [];
  let read = 0;
  for (const row of table.rows) {
    // Notes below the last row.
    if (!/^\d+$/.test(row.text("ID"))) continue;
    read++;
    const name = readNamed(row.text("Empregador")).name;
    const why = whyLeftOut(row.text("CNPJ/CPF"), name);
    if (why !== null) leftOut.add(why);
    else found.push(entryIn(row, name));
  }
  const { entries, merged } = mergeEntries(found);
  leftOut.add(SAME_FIRM, merged);
  const updated = /(?:atualiza\w+|publica\w+)\D{0,40}(\d{2}\/\d{2}\/\d{4})/i.exec(table.titles.join(" "))?.[1];
  const stated = table.stated();
  return {
    entries,
    leftOut: leftOut.counts(),
    date: updated ? dayIn(updated, "dmy") : null,
    count: stated === null ? null : { stated, read },
  };
}

const digitsOf = (text: string): string => text.replace(/\D/g, "");

function whyLeftOut(number: string, name: string): string | null {
  if (name === "") return NAMELESS;
  const digits = digitsOf(number);
  if (digits.length !== 14) return digits.length === 11 ? PERSON : UNCLEAR;
  if (/^\d{2}\.\d{3}\.\d{3}\s/.test(name)) return PERSON;
  return readsAsFirm(name) ? null : UNCLEAR;
}

function entryIn(row: Row, name: string): ListEntry {
  const cnpj = digitsOf(row.text("CNPJ/CPF"));
  const place = row.text("Estabelecimento");
  const inclusion = row.text("Inclusão no Cadastro de Empregadores");
  const days = daysIn(inclusion);
  const workers = row.text("Trabalhadores envolvidos");
  const reason = [
    "legal entity",
    `inspection year ${row.text("Ano da ação fiscal")}`,
    `workers ${workers}`,
    `state ${row.text("UF")}`,
    `inclusion as printed: ${inclusion}`,
  ];
  return entryOf(
    {
      id: cnpj,
      name,
      countries: ["BR"],
      address: /^resid[eê]ncia\b/i.test(place) ? null : place,
      ids: { registration: cnpj },
      sector: row.text("CNAE") === "" ? null : `CNAE ${row.text("CNAE")}`,
      reason: reason.join("; "),
      listedOn: days.from,
      delistedOn: days.to,
    },
    LEGAL.brazil,
  );
}

/** The last period of "05/04/2024 a 10/05/2024, 09/04/2025": its beginning, and its end where it has one. */
function daysIn(inclusion: string): { from: IsoDate | null; to: IsoDate | null } {
  const last = inclusion.split(",").at(-1) ?? "";
  const [from, to] = [...last.matchAll(/\d{2}\/\d{2}\/\d{4}/g)].map(([day]) => dayIn(day, "dmy"));
  return { from: from ?? null, to: to ?? null };
}

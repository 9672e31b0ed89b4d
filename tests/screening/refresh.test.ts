import { describe, expect, test } from "vitest";
import { reference } from "../../app/lib/reference.server";
import { shippedEditions } from "../../app/lib/shipped-lists.server";
import { compareEditions } from "../../app/screening/edition-changes";
import { readListFile } from "../../app/screening/read-list-file";
import type { ListFile } from "../../app/screening/tables";
import type { Edition } from "../../app/screening/types";

const shipped = (listId: string): Edition => shippedEditions().find((edition) => edition.listId === listId)!;
const read = (listId: string, file: ListFile): Edition =>
  readListFile(listId, file, {
    readOn: "2026-07-09",
    country: (text) => reference().resolver().country(text)?.iso2 ?? null,
  });
const changesOf = (before: Edition, after: Edition) => {
  const { listed, changed, delisted } = compareEditions(before, after);
  return {
    listed: listed.map(({ name }) => name),
    delisted: delisted.map(({ name }) => name),
    changed: changed.map(({ after: { name }, fields }) => [name, ...fields]),
  };
};
const escaped = (text: string) => text.replaceAll("&", "&amp;");

describe("a publisher's file that says what was shipped", () => {
  test("lists nobody of the UFLPA list anew and takes nobody off; the country the page does not state is told", () => {
    const before = shipped("US-UFLPA");
    const rows = (section: string) =>
      before.entries
        .filter(({ reason }) => reason!.includes(section))
        .map(({ name, aliases, reason, listedOn }) => {
          const scope = /; scope: (.*)$/.exec(reason!)?.[1];
          const known = aliases.length > 0 ? ` (also known as ${aliases.join("; ")})` : "";
          return `<tr><td>${escaped(name + known)}${scope ? ` ${scope}` : ""}</td><td>${listedOn}</td></tr>`;
        });
    const tables = ["(i)", "(ii)", "(v)"].map(
      (section) =>
        `<p>Section 2(d)(2)(B)${section}</p><table><tr><th>Name of Entity</th><th>Effective Date</th></tr>${rows(section).join("")}</table>`,
    );
    const after = read("US-UFLPA", { kind: "html", fileName: "uflpa.html", text: `<html>${tables.join("")}</html>` });
    expect(after.entries).toHaveLength(144);
    expect(changesOf(before, after)).toEqual({
      listed: [],
      delisted: [],
      changed: [["The TNN Development Limited", "countries"]],
    });
  });

  test("lists nobody of Brazil's register anew and takes nobody off", () => {
    const rows = reference()
      .table("screening-lists")
      .filter(({ listId }) => listId === "BR-LISTA-SUJA")
      .map(({ name, reason, address, sector, entryId }, at) => {
        const said = (what: RegExp) => what.exec(reason)?.[1] ?? "";
        return [
          String(at + 1),
          said(/inspection year (\d+)/),
          said(/state (\w+)/),
          name,
          /-(\d{14})$/.exec(entryId)![1]!,
          address ?? "",
          said(/workers (\d+)/),
          (sector ?? "").replace("CNAE ", ""),
          "",
          said(/inclusion as printed: (.*)$/),
        ];
      });
    const header =
      "ID;Ano da ação fiscal;UF;Empregador;CNPJ/CPF;Estabelecimento;Trabalhadores envolvidos;CNAE;Decisão administrativa de procedência;Inclusão no Cadastro de Empregadores";
    const file: ListFile = { kind: "table", fileName: "cadastro.csv", records: [header.split(";"), ...rows] };
    const after = read("BR-LISTA-SUJA", file);
    expect(changesOf(shipped("BR-LISTA-SUJA"), after)).toEqual({ listed: [], delisted: [], changed: [] });
    expect(after.leftOut).toEqual({ "same-firm": 8 });
  });
});

/** Every reader of what people send takes anything at all: it answers, says what is wrong with a `Problem`, and ends soon. */
import fc from "fast-check";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { languageOf, isLanguage } from "../../app/i18n/languages";
import { requestLanguage } from "../../app/i18n/language.server";
import { inspectFile } from "../../app/files/inspect-file.server";
import { openListFile } from "../../app/files/open-list-file.server";
import { readRecords } from "../../app/files/read-records.server";
import { safeCell } from "../../app/files/safe-cell";
import { cleanCell, decodeTwice } from "../../app/imports/cells";
import {
  readActivityCode,
  readCpvCode,
  readHsCode,
  readIdentifier,
  readRegistration,
} from "../../app/imports/codes-in-cells";
import { currencyCode } from "../../app/imports/currencies";
import { readDate } from "../../app/imports/dates";
import { proposeMapping } from "../../app/imports/map-columns";
import { nameKey } from "../../app/imports/name-key";
import { readAmount, readCount, readShare, readTotal } from "../../app/imports/numbers";
import { payeeReason, purposeReason } from "../../app/imports/payees";
import { readCorridorForm, readFeeRuleForm } from "../../app/lib/corridors-form.server";
import { attachment } from "../../app/lib/download.server";
import { readLedgerForm, readMappingForm } from "../../app/lib/import-form.server";
import { safeNext } from "../../app/lib/paths";
import { isProblem } from "../../app/lib/problem";
import { readRecruitmentForm } from "../../app/lib/recruitment-form.server";
import { isSameOrigin } from "../../app/lib/same-origin";
import { requestTheme } from "../../app/lib/theme.server";
import { toldIn } from "../../app/lib/told.server";
import { readDecisionForm } from "../../app/lib/understand-form.server";
import { LIST_HEADS } from "../../app/screening/list-heads";
import { readListFile } from "../../app/screening/read-list-file";
import { defaultSettings } from "../../app/services/imports/settings";
import { safeFileName } from "../../app/services/imports/receive-file.server";
import { sectorOfWords } from "../../app/services/understanding/sector-of-words.server";
import { assessorFor } from "../../app/services/scoring/assessor.server";
import { aFolder } from "../builders";
import { ODD_VALUES } from "./odd-values";

const folder = aFolder();
afterAll(() => folder.remove());
const DAY = "2026-03-02";
const { resolver } = assessorFor(DAY);

const words = fc.constantFrom(
  "Mill",
  "Ltd",
  "Türkiye",
  "1.234,56",
  "€",
  "31/12/2025",
  "2025-13-40",
  "(5)",
  "-",
  "%",
  "№",
  "株式会社",
  "شركة",
  "\u0300",
  "\u200f",
  "0x1F",
  "1e5",
  "=1+1",
  '"',
  "'",
  ";",
  ",",
  "\t",
  "\r\n",
  "\u0000",
  "C-123/4",
  "CPV",
  "HS 5205",
  "A.10.1",
);
const cell = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.array(words, { maxLength: 10 }).map((some) => some.join(" ")),
  fc.constantFrom(...Object.values(ODD_VALUES).map((value) => value.slice(0, 4000))),
);

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  "an amount": (text) => [readAmount(text, "."), readAmount(text, ",")],
  "a total": (text) => [readTotal(text, "."), readTotal(text, ",")],
  "a count": readCount,
  "a share": (text) => [readShare(text, "percent"), readShare(text, "fraction")],
  "a day": (text) => [readDate(text, "dmy"), readDate(text, "mdy"), readDate(text, "ymd")],
  "a currency": currencyCode,
  "a cell": (text) => [cleanCell(text), decodeTwice(text), safeCell(text)],
  "a code of goods": (text) => [readHsCode(text), readCpvCode(text), readActivityCode(text)],
  "an identifier": (text) => [readIdentifier(text), readRegistration(text, true), readRegistration(text, false)],
  "a name": (text) => [nameKey(text), payeeReason(text, nameKey(text)), purposeReason(text)],
  "a country": (text) => resolver.country(text),
  "a sector": (text) => [sectorOfWords(text, resolver), resolver.sectorOfName(text), resolver.countryInAddress(text)],
  "a language": (text) => isLanguage(languageOf(text)),
  "the name of a file": (text) => [safeFileName(text), attachment(text)],
  "where to go on": (text) => safeNext(text, "/"),
  "where a request comes from": (text) =>
    isSameOrigin({ method: "POST", host: text, origin: text, secFetchSite: undefined }),
};

/** What takes less is told by chance. */
const NOTICED_MS = 250;

describe.each(Object.keys(READERS))("any text as %s", (name) => {
  test("is answered", () => {
    fc.assert(
      fc.property(cell, (text) => void READERS[name]!(text)),
      { numRuns: 300 },
    );
  });

  test("is answered in time that grows with its length", () => {
    const timeOf = (piece: string, times: number): number => {
      const began = performance.now();
      READERS[name]!(piece.repeat(times));
      return performance.now() - began;
    };
    for (const piece of ["a", "1", "1,", "1 ", "1-", ". ", "-", "(", " ", "\u0300", "İ", "株", "a.", "'", "a/b "]) {
      const long = timeOf(piece, 40_000);
      // Four times the length: four times the time, sixteen times when each letter looks at all others.
      if (long > NOTICED_MS) expect(long / timeOf(piece, 10_000), JSON.stringify(piece)).toBeLessThan(10);
    }
  });
});

test("a name that is made safe holds no way out of a header, and an address to go on to is of this site", () => {
  fc.assert(
    fc.property(cell, (text) => {
      // oxlint-disable-next-line no-control-regex
      expect(attachment(text)).not.toMatch(/[\u0000-\u001f\u007f-\uffff]/);
      expect(safeFileName(text)).not.toMatch(/[\\/\p{Cc}\p{Cs}]/u);
      expect(new URL(safeNext(text, "/"), "http://candour.example").origin).toBe("http://candour.example");
      expect(safeCell(text)).not.toMatch(/^[=+\-@\t\r]/);
    }),
    { numRuns: 500 },
  );
});

const headerText = cell.map((text) => [...text].filter((c) => c >= " " && c <= "~").join(""));
test("any header of a request is read: language, theme, what was told", () => {
  fc.assert(
    fc.property(headerText, (text) => {
      const request = new Request("http://candour.example/", {
        headers: {
          Cookie: `candour_told=${text}; candour_theme=${text}; candour_language=${text}`,
          "Accept-Language": text,
        },
      });
      expect(isLanguage(requestLanguage(request))).toBe(true);
      requestTheme(request);
      toldIn(request);
    }),
  );
});

const FIELDS = [
  "scope",
  "key",
  "words",
  "notSeller",
  "role",
  "placeOfWork",
  "origin",
  "country",
  "currency",
  "sheet",
  "encoding",
  "delimiter",
  "header",
  "decimal",
  "dateOrder",
  "product",
  "column.0",
  "column.1",
  "ledger.EUR",
  "ledger.",
  "mode",
  "source",
  "on",
  "workersRecruited",
  "recruitedFrom",
  "cost.origin",
  "cost.destination",
  "cost.amount",
  "cost.workers",
  "cost.year",
  "rule.country",
  "rule.covers",
  "rule.value",
  "rule.unit",
  "rule.year",
  "rate.0.perUsd",
  "rate.0.on",
  "rate.0.source",
];
const form = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...FIELDS), fc.string({ maxLength: 20 })), cell), { maxLength: 30 })
  .map((pairs) => {
    const filled = new FormData();
    for (const [name, value] of pairs) filled.append(name, value);
    return filled;
  });

/** What a reader may end with: an answer, a problem, or that no page of ours sends this (which is answered with 400). */
function ends(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!isProblem(error) && (error as Error).name !== "ZodError") throw error;
  }
}

test("any form is read or refused", () => {
  fc.assert(
    fc.property(form, (sent) => {
      ends(() => readDecisionForm(sent, resolver));
      ends(() => readMappingForm(sent, defaultSettings()));
      ends(() => readLedgerForm(sent));
      ends(() => readRecruitmentForm(sent, resolver, DAY));
      ends(() => readCorridorForm(sent, resolver, DAY));
      ends(() => readFeeRuleForm(sent, resolver, DAY));
    }),
    { numRuns: 300 },
  );
});

const table = fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 });
test("the columns of any table are proposed", () => {
  fc.assert(
    fc.property(table, (rows) => ends(() => proposeMapping(rows))),
    { numRuns: 150 },
  );
});

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 600 }),
  fc
    .tuple(
      fc.constantFrom(
        "504b0304",
        "504b0506",
        "fffe",
        "feff",
        "efbbbf",
        "d0cf11e0a1b11ae1",
        "1f8b",
        "3c3f786d6c",
        "5b7b",
        "7b22",
        "3c68746d6c3e",
      ),
      fc.uint8Array({ maxLength: 400 }),
    )
    .map(([head, rest]) => Buffer.concat([Buffer.from(head, "hex"), rest])),
  fc
    .tuple(table, fc.constantFrom(",", ";", "\t", "|"), fc.constantFrom("\n", "\r\n", "\r"))
    .map(([rows, delimiter, end]) => Buffer.from(rows.map((row) => row.join(delimiter)).join(end))),
);
let count = 0;
const laid = (content: Uint8Array): { readonly file: string; readonly workDir: string } => {
  const file = path.join(folder.path, `f${count++}`);
  writeFileSync(file, content);
  return { file, workDir: path.join(folder.path, `w${count}`) };
};

test("any bytes as a list of suppliers are read or refused with a sentence", async () => {
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      const { file, workDir } = laid(content);
      try {
        const { table: found, sample } = await inspectFile(file, { fileName: "x", workDir });
        proposeMapping(sample);
        for (const batch of readRecords(found)) expect(Array.isArray(batch.cells)).toBe(true);
      } catch (error) {
        if (!isProblem(error)) throw error;
      }
    }),
    { numRuns: 150 },
  );
});

const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "<",
        ">",
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</table>",
        "<!--",
        "-->",
        "<script>",
        "&amp;",
        "&#x41;",
        "<?xml version='1.0'?>",
        "<export generationDate='2026-01-01'>",
        "<sanctionEntity logicalId='1'>",
        "<nameAlias wholeName='x'/>",
        "{",
        "}",
        "[",
        "]",
        '"response"',
        '"ZPROCSUPP"',
        ":",
        ",",
        "null",
        "1",
      ),
      cell,
    ),
    { maxLength: 40 },
  )
  .map((some) => Buffer.from(some.join("")));

test.each(Object.keys(LIST_HEADS))("any bytes as the list %s are read or refused with a sentence", async (listId) => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(bytes, markup), async (content) => {
      const { file, workDir } = laid(content);
      try {
        const opened = await openListFile(file, workDir, "x");
        readListFile(listId, opened, { readOn: DAY, date: DAY, sha256: "0" } as never);
      } catch (error) {
        if (!isProblem(error)) throw error;
      }
    }),
    { numRuns: 60 },
  );
});

/** Which sheet of a workbook holds the table. Pure. */

export interface SheetCandidate {
  readonly name: string;
  readonly hasPivotTable: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly recordRows: number;
  readonly usualCells: number;
}

/** Words in sheet names that announce something other than the table itself, in the languages of the lists seen. */
const NOT_THE_TABLE =
  /pivot|summary|overview|read\s*-?me|instruction|guid(?:e|ance)|cover|legend|glossary|lookup|drop\s*-?down|definition|\bcodes?\b|notes?\b|chart|сводн|итог|инструкц|справк|легенд|пояснен|словар|zusammenfassung|übersicht|anleitung|hinweis|resumen|instrucciones|résumé|synthèse|notice|sammendrag|veiledning|汇总|透视|说明/iu;

/** Beyond this many cells a row says no more about being a record. */
const WIDE = 8;

/**
 * Rows count by their order of magnitude, columns in full up to eight: a list of codes is long and narrow, a table of
 * suppliers wider, a cross table wider still but short. A pivot table, or a sheet whose name says summary or
 * instructions, is taken only when nothing else is there.
 */
function score(sheet: SheetCandidate): number {
  const records =
    sheet.recordRows > 0
      ? Math.log2(1 + sheet.recordRows) * Math.min(sheet.usualCells, WIDE)
      : Math.log2(1 + sheet.rows) * 0.5;
  const unlikely = sheet.hasPivotTable ? 0.02 : NOT_THE_TABLE.test(sheet.name) ? 0.05 : 1;
  return records * unlikely;
}

/** Index of the sheet that looks most like a table of records; -1 when none holds anything. The first wins a tie. */
export function chooseSheet(sheets: readonly SheetCandidate[]): number {
  let best = -1;
  let bestScore = 0;
  sheets.forEach((sheet, i) => {
    const found = score(sheet);
    if (found > bestScore) {
      best = i;
      bestScore = found;
    }
  });
  return best;
}

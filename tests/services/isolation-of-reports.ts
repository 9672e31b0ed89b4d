/** What the isolation test asks of reports: with the scope of one workspace and the ids of another. */
import { buffer } from "node:stream/consumers";
import type { Database, Scope } from "../../db/database";
import { findGeneration } from "../../db/queries/register";
import { exportRegisterPdf } from "../../app/services/reports/export-register-pdf.server";
import { createPdfMaker } from "../../app/services/reports/make-pdf.server";
import { reportOfRegister } from "../../app/services/reports/register-report.server";
import { A_DAY } from "../builders";
import { readPdf } from "../pdf-text";

interface ReportPlace {
  readonly scope: Scope;
  readonly generation: number;
}
type Asked = Readonly<Record<string, (scope: Scope, of: ReportPlace) => Promise<unknown>>>;

export const reportReads = (given: () => { readonly db: Database; readonly program: string }): Asked => ({
  "app/services/reports/export-register-pdf.server.ts exportRegisterPdf": async (scope) => {
    const make = createPdfMaker({ program: given().program });
    const { stream } = await exportRegisterPdf(given().db, scope, { language: "en", now: A_DAY }, make);
    return (await readPdf(await buffer(stream))).text;
  },
  "app/services/reports/register-report.server.ts reportOfRegister": async (scope, of) =>
    reportOfRegister(given().db, scope, (await findGeneration(given().db, of.scope, of.generation))!, {
      workspace: { name: "", isDemo: false },
      list: { fileName: "", sha256: "", publishedAt: null },
      made: { at: A_DAY.toISOString(), by: null },
      rows: null,
      totals: [],
      rowsShown: 10,
      full: async () => [],
    }),
});

import { Problem } from "../../lib/problem";

export const damaged = () =>
  new Problem(
    "file.workbook-damaged",
    "The workbook is damaged or did not arrive whole. Open it in a spreadsheet program, save it again as .xlsx and upload that file.",
  );

export const unsafe = () =>
  new Problem(
    "file.workbook-unsafe",
    "The workbook declares its own XML entities, which no spreadsheet program does, and was not read. Save it again as .xlsx in a spreadsheet program and upload that file.",
  );

import { z } from "zod";
import { FiledReport } from "./model";

let made: unknown;

/** JSON Schema (2020-12) of the JSON file of a report, made from what the program itself checks. */
export const reportJsonSchema = (): unknown => (made ??= z.toJSONSchema(FiledReport, { target: "draft-2020-12" }));

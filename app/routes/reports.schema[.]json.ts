import { reportJsonSchema } from "../reports/json-schema";

/** What the JSON file of a report holds; open to everybody, as the reports' readers may stand outside. */
export function loader() {
  return new Response(JSON.stringify(reportJsonSchema(), null, 2), {
    headers: { "Content-Type": "application/schema+json; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}

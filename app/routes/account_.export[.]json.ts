import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDb } from "../lib/db.server";
import { attachment } from "../lib/download.server";
import { requireUser } from "../lib/scope.server";
import { exportPerson } from "../services/accounts/export-person.server";

/** All that is held about the person who is signed in. */
export async function loader({ request }: LoaderFunctionArgs) {
  const me = await requireUser(request);
  const held = await exportPerson(await getDb(), me, new Date());
  return new Response(`${JSON.stringify(held, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": attachment("candour-account.json"),
      "Cache-Control": "private, no-store",
    },
  });
}

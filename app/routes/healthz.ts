import { findUser } from "../../db/queries/accounts";
import { getDb } from "../lib/db.server";

/** For whoever watches the server: 200 and `ok` while the database answers. */
export async function loader() {
  await findUser(await getDb(), "");
  return new Response("ok\n", {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}

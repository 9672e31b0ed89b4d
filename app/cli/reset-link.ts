import { parseArgs } from "node:util";
import { openDatabase } from "../../db/open";
import { readConfig } from "../lib/config.server";
import { Problem } from "../lib/problem";
import { resetLinkForOperator } from "../services/accounts/reset-password.server";
import { endSecondStep } from "../services/accounts/second-factor.server";
import { optionsOf } from "./output";

export const RESET_LINK_HELP = `candour reset-link EMAIL [--second-step-off]

Prints a link with which the holder of this account chooses a new password. It works once, for a day.
Hand it over only to a person you know: it opens the account with everything in it. Only whoever runs
the installation can make one; no owner of a workspace can do so for another person.

  --second-step-off   the person has lost the device and the recovery codes: no code is asked for any more

The database is the one the server uses (CANDOUR_DATA); the server may run meanwhile. CANDOUR_URL is where
people reach it.
`;

/** Makes a link for one account and prints it. */
export async function resetLink(args: readonly string[]): Promise<void> {
  const { values, positionals } = optionsOf("reset-link", () =>
    parseArgs({
      args: [...args],
      options: { "second-step-off": { type: "boolean", default: false } },
      allowPositionals: true,
    }),
  );
  const [email, ...more] = positionals;
  if (email === undefined || more.length > 0)
    throw new Problem("cli.usage", "Say whose account: candour reset-link EMAIL.");
  const config = readConfig(process.env);
  const db = await openDatabase({ file: config.databaseFile, role: "web" });
  try {
    const { userId, path, expiresAt } = await resetLinkForOperator(db, email, new Date());
    if (values["second-step-off"]) await endSecondStep(db, userId);
    const url = config.publicUrl ?? `http://localhost:${config.port}`;
    process.stdout.write(`${url}${path}\nIt works once, until ${expiresAt.toISOString()}.\n`);
  } finally {
    await db.close();
  }
}

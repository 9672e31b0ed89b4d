import { createReadStream } from "node:fs";
import path from "node:path";
import type { Scope } from "../../db/database";
import { createUser, createWorkspace, findScope, findUserByEmail } from "../../db/queries/accounts";
import { listImports } from "../../db/queries/imports";
import { projectRoot } from "../lib/config.server";
import { hashPassword } from "../lib/password.server";
import { chooseSettings } from "../services/imports/choose-settings.server";
import { confirmImport } from "../services/imports/publish-import.server";
import { receiveFile } from "../services/imports/receive-file.server";
import { defaultSettings } from "../services/imports/settings";
import { demoSignIn } from "../services/demo/demo-sign-in.server";
import { newJob } from "../services/jobs/new-job";
import type { JobContext } from "./job-context";

const SLUG = "demo";

/**
 * Makes the demo workspace and takes its invented list through the same steps as anyone's: one step a run, then the job
 * queues itself behind what the step asked for, so that it goes on after any interruption.
 */
export async function loadDemo(context: JobContext): Promise<void> {
  const { db, config } = context;
  const now = new Date();
  const scope = await demoScope(context, now);
  const [latest, other] = await listImports(db, scope, { limit: 2 });
  // Whoever has tried the demo with a list of their own decides about it themselves.
  if (other) return;
  switch (latest?.state) {
    case undefined:
      await receiveFile(
        db,
        scope,
        {
          fileName: "demo-suppliers.csv",
          body: createReadStream(path.join(projectRoot(), "seed", "demo", "suppliers.csv")),
        },
        config,
        now,
      );
      break;
    case "mapping":
      await chooseSettings(db, scope, latest.id, defaultSettings(), now);
      break;
    case "preview":
      await confirmImport(db, scope, latest.id, now);
      return;
    case "received":
    case "inspecting":
    case "building":
      break;
    default:
      return;
  }
  await db.commitPlain((q) => [q.insert(db.t.jobs).values(newJob("demo.load", {}, scope.workspaceNo, new Date()))]);
}

async function demoScope({ db, config }: JobContext, now: Date): Promise<Scope> {
  const { email, password } = await demoSignIn(config);
  const user =
    (await findUserByEmail(db, email)) ??
    (await createUser(
      db,
      { email, name: "Demo", passwordHash: await hashPassword(password), locale: "en", isDemo: true },
      now,
    ));
  return (
    (await findScope(db, user.id, SLUG)) ??
    (await createWorkspace(db, user.id, { name: "Demo", slug: SLUG, isDemo: true }, now))
  );
}

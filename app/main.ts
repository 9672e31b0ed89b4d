import { FolderInUseError, lockFolder } from "../db/lock/lock.sqlite";
import { readConfig } from "./lib/config.server";
import { log } from "./lib/log.server";
import { demoSignIn } from "./services/demo/demo-sign-in.server";
import { superviseJobs } from "./jobs/supervise.server";
import { startConfigured } from "./server";

/** Starts Candour: takes the data folder, serves the pages, keeps the job process alive, says where it is. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const development = process.argv.includes("--dev");
  const lock = lockFolder(config.dataDir);
  const server = await startConfigured(process.env, development ? "development" : "production");
  const demo = config.demo ? await demoSignIn(config) : null;
  const jobs = superviseJobs();
  process.stdout.write(`\nCandour is running at ${server.url}\nData folder: ${config.dataDir}\n`);
  if (demo)
    process.stdout.write(
      `Demo workspace (invented data): sign in with ${demo.email} and the password ${demo.password}\n`,
    );
  process.stdout.write("Press Ctrl+C to stop.\n\n");

  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await jobs.stop();
    await server.close();
    lock.release();
    process.exit(0);
  };
  process.on("SIGINT", () => void end());
  process.on("SIGTERM", () => void end());
}

main().catch((error: unknown) => {
  const code = (error as NodeJS.ErrnoException).code;
  if (error instanceof FolderInUseError) process.stderr.write(`${error.message}\n`);
  else if (code === "EADDRINUSE")
    process.stderr.write("The port is taken by another program. Stop it, or choose another: PORT=3001 npm start\n");
  else {
    log.error({ error }, "Candour could not start");
    process.stderr.write(`Candour could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  }
  process.exit(1);
});

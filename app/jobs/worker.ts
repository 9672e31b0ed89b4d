import { startJobProcess } from "./run-jobs.server";

// The job process: started, watched and ended by the web process, over one channel.
await startJobProcess();

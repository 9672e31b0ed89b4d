import { DatabaseBusyError, isBusy } from "./errors";

const LONGEST_WAIT_MS = 10_000;
const LONGEST_PAUSE_MS = 8;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Runs `attempt` until the database is not busy, pausing 1 to 8 ms between attempts without holding up anything else.
 * @throws DatabaseBusyError after ten seconds.
 */
export async function whileBusy<T>(attempt: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  for (let wait = 1; ; wait = Math.min(LONGEST_PAUSE_MS, wait * 2)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      const waited = performance.now() - start;
      if (waited > LONGEST_WAIT_MS) throw new DatabaseBusyError(waited);
    }
    await pause(wait);
  }
}

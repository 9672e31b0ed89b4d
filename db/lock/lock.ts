/** One server at a time on a data folder. */
export interface ServerLock {
  release(): void;
}

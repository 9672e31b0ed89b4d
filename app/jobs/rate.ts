/** What a progress line shows besides the share done. */
export interface Pace {
  readonly rowsPerSecond: number | null;
  readonly secondsLeft: number | null;
}

/** Rows a second since the start, and the seconds left if the rest goes at the same pace; null in the first second. */
export function paceOf(progress: { done: number; total: number; rows: number }, elapsedMs: number): Pace {
  if (elapsedMs < 1000) return { rowsPerSecond: null, secondsLeft: null };
  const seconds = elapsedMs / 1000;
  const left =
    progress.done > 0 && progress.total > progress.done
      ? (seconds * (progress.total - progress.done)) / progress.done
      : null;
  return {
    rowsPerSecond: progress.rows > 0 ? Math.round(progress.rows / seconds) : null,
    secondsLeft: left === null ? null : Math.ceil(left),
  };
}

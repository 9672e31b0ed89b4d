/** Two assessments of one supplier: what moved, by indicator. */
import type { Assessment, Contribution, Points } from "./types";

export interface Moved {
  readonly indicator: string;
  readonly kind: Contribution["kind"];
  readonly before: Points;
  readonly after: Points;
  /** after - before. */
  readonly points: Points;
  readonly valueBefore: Contribution["value"];
  readonly valueAfter: Contribution["value"];
}

export interface Comparison {
  /** Change of the score; null unless both are scored. */
  readonly score: Points | null;
  readonly level: readonly [Assessment["level"], Assessment["level"]];
  readonly band: readonly [Assessment["band"], Assessment["band"]];
  readonly models: readonly [string, string];
  readonly dataDates: readonly [string, string];
  readonly countries: readonly [string | null, string | null];
  /** Lines that moved or appeared or went, largest first. Between two scored results they sum to `score`. */
  readonly moved: readonly Moved[];
}

const SMALLEST_MOVE = 1e-9;

export function compare(before: Assessment, after: Assessment): Comparison {
  const lines = new Map<string, { before?: Contribution; after?: Contribution }>();
  for (const line of before.contributions) lines.set(`${line.kind} ${line.indicator}`, { before: line });
  for (const line of after.contributions) {
    const key = `${line.kind} ${line.indicator}`;
    lines.set(key, { ...lines.get(key), after: line });
  }
  const moved = [...lines.values()].flatMap((pair): Moved[] => {
    const line = pair.after ?? pair.before;
    if (!line) return [];
    const [old, now] = [pair.before?.points ?? 0, pair.after?.points ?? 0];
    const valueBefore = pair.before?.value ?? null;
    const valueAfter = pair.after?.value ?? null;
    if (Math.abs(now - old) < SMALLEST_MOVE && valueBefore === valueAfter) return [];
    return [
      {
        indicator: line.indicator,
        kind: line.kind,
        before: old,
        after: now,
        points: now - old,
        valueBefore,
        valueAfter,
      },
    ];
  });
  return {
    score: before.residual === null || after.residual === null ? null : after.residual - before.residual,
    level: [before.level, after.level],
    band: [before.band, after.band],
    models: [before.model, after.model],
    dataDates: [before.dataDate, after.dataDate],
    countries: [before.countryUsed.country, after.countryUsed.country],
    moved: moved.sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.indicator < b.indicator ? -1 : 1)),
  };
}

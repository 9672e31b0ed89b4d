/** Two figures of a study as static SVG: no script, no font of its own, readable in black and white. */
import type { StudyReport } from "./report";

const WIDTH = 760;
const LEFT = 330;
const ROW = 24;
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function figure(title: string, rows: readonly { label: string; mark: string }[], ticks: readonly [number, string][]) {
  const height = 60 + rows.length * ROW;
  const lines = ticks.map(
    ([x, label]) =>
      `<line x1="${x}" y1="40" x2="${x}" y2="${height - 16}" stroke="#ccc"/><text x="${x}" y="${height - 4}" text-anchor="middle">${label}</text>`,
  );
  const marks = rows.map(
    ({ label, mark }, at) =>
      `<g transform="translate(0 ${44 + at * ROW})"><text x="${LEFT - 10}" y="14" text-anchor="end">${escaped(label)}</text>${mark}</g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
<text x="12" y="22" font-size="14" font-weight="bold">${escaped(title)}</text>
${[...lines, ...marks].join("\n")}
</svg>
`;
}

/** File name to SVG text. */
export function figuresOf({ uncertainty }: StudyReport): Record<string, string> {
  const scale = (share: number, most: number) => Math.round((LEFT + (share / most) * (WIDTH - LEFT - 30)) * 10) / 10;
  const groups = uncertainty.importance.groups;
  // Room for the figure behind the longest bar.
  const most = 1.15 * Math.max(0.1, ...groups.map(({ share }) => share));
  const importance = figure(
    "Which choices move the ranks: share of the variance of ranks",
    groups.map(({ group, share }) => ({
      label: group,
      mark: `<rect x="${LEFT}" y="4" width="${Math.max(0, scale(share, most) - LEFT)}" height="13" fill="#375a7f"/><text x="${scale(share, most) + 5}" y="14">${(100 * share).toFixed(1)} %</text>`,
    })),
    [[LEFT, "0 %"]],
  );
  const intervals = figure(
    "Ranks of the worked cases: as released (circle), and 90 % of the draws (line)",
    uncertainty.followed.map(({ name, released, low, high }) => ({
      label: name!.length > 52 ? `${name!.slice(0, 51)}…` : name!,
      mark: `<line x1="${scale(low, 1)}" y1="10" x2="${scale(high, 1)}" y2="10" stroke="#375a7f" stroke-width="6"/><circle cx="${scale(released, 1)}" cy="10" r="5" fill="#fff" stroke="#000"/>`,
    })),
    [0, 0.25, 0.5, 0.75, 1].map((share): [number, string] => [scale(share, 1), `${100 * share} %`]),
  );
  return { "importance.svg": importance, "rank-intervals.svg": intervals };
}

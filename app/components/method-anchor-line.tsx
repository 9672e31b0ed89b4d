const [WIDTH, HEIGHT, EDGE] = [120, 40, 3] as const;

/** The anchors as a line, raw value to the right, height upward. The figures stand beside it as text. */
export function AnchorLine({ anchors }: { anchors: readonly (readonly [raw: number, height: number])[] }) {
  const [first, last] = [anchors[0]![0], anchors.at(-1)![0]];
  const at = ([raw, height]: readonly [number, number]) =>
    `${(EDGE + ((WIDTH - 2 * EDGE) * (raw - first)) / (last - first)).toFixed(1)},${(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * height).toFixed(1)}`;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="anchor-line" aria-hidden="true">
      <path d={`M${EDGE},${EDGE}V${HEIGHT - EDGE}H${WIDTH - EDGE}`} className="axis" />
      <polyline points={anchors.map(at).join(" ")} />
      {anchors.map((anchor) => {
        const [x, y] = at(anchor).split(",");
        return <circle key={anchor[0]} cx={x} cy={y} r="2" />;
      })}
    </svg>
  );
}

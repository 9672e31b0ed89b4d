/**
 * The countries of the world as SVG paths, projected once a process. Shapes: world-atlas 110m, made from Natural Earth (public
 * domain); Antarctica is left out. Equal Earth projection: areas compare fairly.
 */
import { geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import atlas from "world-atlas/countries-110m.json";
import { reference } from "./reference.server";

export interface WorldShape {
  /** ISO 3166-1 alpha-2; null where the shapes name a place that has no code. */
  readonly code: string | null;
  /** The `d` of its path, in whole units of the view box. */
  readonly path: string;
}

export interface World {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly WorldShape[];
}

const WIDTH = 1200;
const ANTARCTICA = "010";
/** Places the shapes give a name and no number. */
const CODE_OF_NAME: Readonly<Record<string, string>> = { Kosovo: "XK" };

let world: World | undefined;

export function worldShapes(): World {
  world ??= project();
  return world;
}

function project(): World {
  const topology = atlas as unknown as Parameters<typeof feature>[0];
  const all = feature(topology, topology.objects["countries"]!);
  if (!("features" in all)) throw new Error("The shapes of the countries are no collection");
  const land = { ...all, features: all.features.filter(({ id }) => id !== ANTARCTICA) };
  const projection = geoEqualEarth().fitWidth(WIDTH, land);
  const draw = geoPath(projection).digits(1);
  const codes = new Map(
    reference()
      .table("countries")
      .map(({ isoNumeric, iso2 }) => [isoNumeric, iso2]),
  );
  return {
    width: WIDTH,
    height: Math.ceil(draw.bounds(land)[1][1]),
    shapes: land.features.map((country) => ({
      code: codes.get(String(country.id)) ?? CODE_OF_NAME[String(country.properties?.["name"])] ?? null,
      path: shortPath(draw(country) ?? ""),
    })),
  };
}

/** The same outline in whole units, each point told from the one before it: a third of the length. */
export function shortPath(path: string): string {
  return path.replaceAll(/M([^MZ]+)Z/gu, (_, ring: string) => {
    const points = ring.split("L").map((point) => point.split(",").map((part) => Math.round(Number(part))));
    const [first, ...rest] = points;
    let [x, y] = [first![0]!, first![1]!];
    let steps = "";
    for (const [nextX, nextY] of rest as [number, number][]) {
      const [right, down] = [nextX - x, nextY - y];
      if (right === 0 && down === 0) continue;
      steps += `${right < 0 || steps === "" ? "" : " "}${right}${down < 0 ? "" : " "}${down}`;
      [x, y] = [nextX, nextY];
    }
    return steps === "" ? "" : `M${first!.join(" ")}l${steps}z`;
  });
}

/** What was asked for on the command line. */
import path from "node:path";

export const WIDTHS = [390, 900, 1440] as const;
export const THEMES = ["light", "dark"] as const;
export const LANGUAGES = ["en", "ru"] as const;

export type Width = (typeof WIDTHS)[number];
export type Theme = (typeof THEMES)[number];
export type Lang = (typeof LANGUAGES)[number];

export const HELP = `npm run screenshots -- [--out FOLDER] [--only NAME …] [--width N …] [--theme light|dark] [--lang en|ru]

Starts the built program on a new temporary data folder with the demo workspace and an invented list, goes to every page and
state, and keeps a picture of each at ${WIDTHS.join(", ")} px, in light and dark, in English and Russian. Beside the pictures
it writes index.html to look through them, and it tells what a machine can see: a page that is wider than the screen, text
that is cut off, targets too small to touch, errors in the console.

  --out FOLDER   where the pictures go (default test-results/screenshots); files are PAGE.WIDTH.THEME.LANGUAGE.png
  --only NAME    only the pages whose name begins with it; give it several times for several
  --width N      only this width; several times for several
  --theme NAME   only light or only dark
  --lang CODE    only en or only ru
`;

export interface Options {
  readonly out: string;
  readonly only: readonly string[];
  readonly widths: readonly Width[];
  readonly themes: readonly Theme[];
  readonly languages: readonly Lang[];
}

/** Reads the arguments. Throws with a sentence for the person when one cannot be used. */
export function readOptions(args: readonly string[], root: string): Options {
  const given: Record<"only" | "width" | "theme" | "lang", string[]> = { only: [], width: [], theme: [], lang: [] };
  let out = path.join(root, "test-results", "screenshots");
  for (let at = 0; at < args.length; at++) {
    const [name = "", inline] = (args[at] ?? "").split(/=(.*)/s);
    const value = inline ?? args[++at];
    if (value === undefined) throw new Error(`${name} needs a value. See --help.`);
    const key = name.slice(2);
    if (name === "--out") out = path.resolve(process.env["INIT_CWD"] ?? process.cwd(), value);
    else if (name.startsWith("--") && key in given) given[key as keyof typeof given].push(value);
    else throw new Error(`There is no option ${name}. See --help.`);
  }
  return {
    out,
    only: given.only,
    widths: chosen("--width", WIDTHS, given.width),
    themes: chosen("--theme", THEMES, given.theme),
    languages: chosen("--lang", LANGUAGES, given.lang),
  };
}

function chosen<T extends string | number>(name: string, all: readonly T[], wanted: readonly string[]): readonly T[] {
  const unknown = wanted.find((value) => !all.some((one) => String(one) === value));
  if (unknown !== undefined) throw new Error(`${name} takes ${all.join(", ")}, not "${unknown}".`);
  return wanted.length === 0 ? all : all.filter((one) => wanted.includes(String(one)));
}

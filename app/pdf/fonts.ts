/** The fonts a PDF is set in: one weight a writing system, and bold for Latin, Greek and Cyrillic. All under the SIL Open Font License. */
import { createRequire } from "node:module";
import path from "node:path";
import type { FontCoverage } from "../reports/printable";
import { scriptsOf, type Script } from "../reports/scripts";
import { coverageOf } from "./cmap";

interface Font {
  /** As the font itself and Typst call it. */
  readonly family: string;
  readonly package: string;
  readonly files: readonly string[];
}

const REGULAR = "400Regular";

const font = (family: string, name: string, ...files: string[]): Font => ({
  family,
  package: `@expo-google-fonts/${name}`,
  files: files.map((file) => `${REGULAR}/${file}_400Regular.ttf`),
});

/**
 * In the order in which they are tried. The Chinese font also draws Japanese kana; Japanese names show the Chinese form of
 * a shared character. Arabic letters of Noto are painted as a shape and its dots, which few programs read back as one
 * letter: it only helps out where the first font has none.
 */
const FONTS: Readonly<Record<Script, readonly Font[]>> = {
  latin: [
    {
      family: "Noto Sans",
      package: "@expo-google-fonts/noto-sans",
      files: [`${REGULAR}/NotoSans_400Regular.ttf`, "700Bold/NotoSans_700Bold.ttf"],
    },
  ],
  arabic: [font("Vazirmatn", "vazirmatn", "Vazirmatn"), font("Noto Sans Arabic", "noto-sans-arabic", "NotoSansArabic")],
  hebrew: [font("Noto Sans Hebrew", "noto-sans-hebrew", "NotoSansHebrew")],
  thai: [font("Noto Sans Thai", "noto-sans-thai", "NotoSansThai")],
  devanagari: [font("Noto Sans Devanagari", "noto-sans-devanagari", "NotoSansDevanagari")],
  han: [font("Noto Sans SC", "noto-sans-sc", "NotoSansSC")],
  hangul: [font("NanumGothic", "nanum-gothic", "NanumGothic")],
};

const require = createRequire(import.meta.url);

export interface LoadedFonts {
  readonly families: readonly string[];
  /** Draws the hyphen at which a word goes on in the next line, and nothing else. */
  readonly hyphens: string;
  /** Folders to search: each holds one font. */
  readonly folders: readonly string[];
  readonly coverage: readonly FontCoverage[];
}

/**
 * A program that reads a PDF asks each glyph of a font for one letter. The hyphen at a line's end is read as a soft one; in
 * the font of the text, the hyphens of names and numbers would be lost with it.
 */
const [HYPHENS] = FONTS.hebrew as readonly [Font];

/** The fonts these texts need, and what they can draw. @throws Error when a package of fonts is not installed. */
export function fontsFor(texts: Iterable<string>): LoadedFonts {
  const fonts = scriptsOf(texts).flatMap((script) => FONTS[script]);
  const placeOf = (one: Font, file: string) =>
    path.join(path.dirname(require.resolve(`${one.package}/package.json`)), file);
  return {
    families: fonts.map(({ family }) => family),
    hyphens: HYPHENS.family,
    folders: [...new Set([...fonts, HYPHENS])].flatMap((one) =>
      one.files.map((file) => path.dirname(placeOf(one, file))),
    ),
    coverage: fonts.map((one) => coverageOf(placeOf(one, one.files[0]!))),
  };
}

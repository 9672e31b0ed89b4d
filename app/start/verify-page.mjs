// Makes verify.html: the verifier of evidence packs as one file that needs nothing else. The same sources give the same bytes.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const PAGE = "app/pack/page";

/** Words of the packages in languages nobody is shown: half of the script without this. */
const NO_LOCALES = {
  name: "no-locales",
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/][\w-]+\.js$/ }, ({ path: file }) =>
      path.basename(file) === "index.js"
        ? undefined
        : { contents: "export default () => ({ localeError: () => undefined });" },
    );
  },
};

/** Checks of shapes are not made of text at run time: the page's policy forbids it. Read by zod when it is loaded. */
const NO_EVAL = "globalThis.__zod_globalConfig={jitless:true};";

const hashOf = (text) => createHash("sha256").update(text).digest("base64");

/**
 * The whole page as text.
 * @param {string} root the project's folder
 * @param {string} dataHash SHA-256 of the reference data, hex
 */
export async function makeVerifyPage(root, dataHash) {
  const require = createRequire(path.join(root, "package.json"));
  const esbuild = await import(pathToFileURL(require.resolve("esbuild")).href);
  const one = async (entry, options) => {
    const { outputFiles, metafile } = await esbuild.build({
      absWorkingDir: root,
      entryPoints: [entry],
      bundle: true,
      write: false,
      metafile: true,
      charset: "utf8",
      logLevel: "warning",
      outdir: "out",
      ...options,
    });
    return { text: outputFiles[0].text.trim(), inputs: Object.keys(metafile.inputs) };
  };
  const browser = {
    minify: true,
    platform: "browser",
    target: "es2022",
    legalComments: "none",
    banner: { js: NO_EVAL },
  };
  const { text: script, inputs } = await one(`${PAGE}/page.ts`, { ...browser, format: "iife", plugins: [NO_LOCALES] });
  if (/<!--|<\/?script/iu.test(script)) throw new Error("The script of verify.html would end before its end");
  const colours = plainColours(readFileSync(path.join(root, "app", "styles", "tokens.css"), "utf8"));
  const css = colours + readFileSync(path.join(root, PAGE, "style.css"), "utf8");
  const { code } = await esbuild.transform(css, { loader: "css", minify: true, target: "es2022" });
  const style = code.trim();
  const { text: template } = await one(`${PAGE}/html.ts`, { platform: "node", format: "esm" });
  const { pageHtml } = await import(`data:text/javascript;base64,${Buffer.from(template).toString("base64")}`);
  const { name, version, license } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return pageHtml({
    script,
    style,
    scriptHash: hashOf(script),
    styleHash: hashOf(style),
    program: `${name} ${version}`,
    dataHash,
    notices: [`${name} ${version}, ${license}`, ...noticesOf(root, inputs)].join("\n\n").replaceAll("--", "- -"),
  });
}

/** The colours for light and dark, without what only the pages' own style compiler reads. */
function plainColours(css) {
  const [light, dark] = [/^:root \{[^}]*\}/mu, /(?<=@variant dark \{)[^}]*/u].map((part) => part.exec(css)?.[0]);
  if (!light || !dark)
    throw new Error("app/styles/tokens.css does not have its colours where verify.html looks for them");
  return `${light} @media screen and (prefers-color-scheme: dark) { :root { ${dark} } }\n`;
}

/** Name and licence of every package that is in the script. */
function noticesOf(root, inputs) {
  const packages = inputs.map((file) => /(?<=node_modules\/)(?:@[^/]+\/)?[^/]+/u.exec(file)?.[0]);
  return [...new Set(packages.filter(Boolean))].sort().map((name) => {
    const folder = path.join(root, "node_modules", name);
    const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    return `${name} ${version}\n${readFileSync(path.join(folder, "LICENSE"), "utf8").trim()}`;
  });
}

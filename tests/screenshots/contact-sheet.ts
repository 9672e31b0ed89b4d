/** A page to look through the pictures: no script, no server. */
import type { Lang, Theme, Width } from "./options";

export interface Shot {
  readonly page: string;
  readonly width: Width;
  readonly theme: Theme;
  readonly lang: Lang;
  readonly file: string;
  readonly faults: readonly string[];
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

const STYLE = `
  :root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
  body { margin: 0 1.5rem 4rem; }
  form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding: 0.75rem 0; background: Canvas; border-bottom: 1px solid; }
  nav { columns: 14rem; margin: 1rem 0; }
  nav a { display: block; }
  h2 { margin: 2.5rem 0 0.5rem; scroll-margin-top: 3.5rem; }
  .shots { display: flex; flex-wrap: wrap; align-items: start; gap: 1rem; }
  figure { margin: 0; width: 30rem; }
  figure[data-width="390"] { width: 15rem; }
  img { display: block; width: 100%; max-height: 60rem; object-fit: cover; object-position: top; border: 1px solid GrayText; }
  figcaption { font-size: 0.8125rem; padding-block: 0.25rem; }
  .faults { margin: 0; padding-inline-start: 1.1rem; }
`;

/** The words of the boxes above the pictures, and the attribute each of them hides. */
function boxes(shots: readonly Shot[]): { inputs: string; rules: string } {
  const values = (["theme", "lang", "width"] as const).flatMap((kind) =>
    [...new Set(shots.map((shot) => String(shot[kind])))].map((value) => [kind, value] as const),
  );
  return {
    inputs: values
      .map(([kind, value]) => `<label><input type="checkbox" id="${kind}-${value}" checked> ${value}</label>`)
      .join("\n"),
    rules: values
      .map(
        ([kind, value]) =>
          `body:has(#${kind}-${value}:not(:checked)) figure[data-${kind}="${value}"] { display: none; }`,
      )
      .join("\n"),
  };
}

/** The HTML of the contact sheet; pictures are named relative to it. */
export function contactSheet(shots: readonly Shot[]): string {
  const pages = [...new Set(shots.map(({ page }) => page))];
  const { inputs, rules } = boxes(shots);
  const figure = ({ width, theme, lang, file, faults }: Shot): string =>
    `<figure data-width="${width}" data-theme="${theme}" data-lang="${lang}">
<a href="${file}"><img src="${file}" loading="lazy" alt=""></a>
<figcaption>${width} px, ${theme}, ${lang}${
      faults.length > 0 ? `<ul class="faults">${faults.map((fault) => `<li>${escaped(fault)}</li>`).join("")}</ul>` : ""
    }</figcaption></figure>`;
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Candour: ${pages.length} pages and states</title>
<style>${STYLE}${rules}</style>
<form>${inputs}</form>
<nav>${pages.map((page) => `<a href="#${page}">${page}</a>`).join("\n")}</nav>
${pages
  .map(
    (page) => `<h2 id="${page}">${page}</h2>
<div class="shots">${shots
      .filter((shot) => shot.page === page)
      .map(figure)
      .join("\n")}</div>`,
  )
  .join("\n")}
</html>
`;
}

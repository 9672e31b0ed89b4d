/** The page verify.html as text: everything in one file, and a policy under which it can reach nothing. */
import { pack } from "../../i18n/en/pack";
import { verifyPage } from "../../i18n/en/verify-page";
import { verifyPage as russian } from "../../i18n/ru/verify-page";
import { createTranslator } from "../../i18n/translator";

export interface PageParts {
  /** Without `</script` and `<!--`. */
  readonly script: string;
  readonly style: string;
  /** SHA-256 of each in base64, as a policy names them. */
  readonly scriptHash: string;
  readonly styleHash: string;
  /** Name and version of the program. */
  readonly program: string;
  /** SHA-256 of the reference data of this version, hex. */
  readonly dataHash: string;
  /** Licences of the packages in the script. */
  readonly notices: string;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const { t } = createTranslator("en", { pack, verifyPage });

/** An element whose words the script exchanges for those of the reader's language. */
function said(
  tag: string,
  key: `verifyPage.${Exclude<keyof typeof verifyPage, "running" | "failed" | "made">}`,
  attributes = "",
): string {
  return `<${tag}${attributes === "" ? "" : ` ${attributes}`} data-text="${key}">${escaped(t(key))}</${tag}>`;
}

/** Inline script and style alone, by their hashes; threads made by the script; no form is sent, nothing is fetched. */
const policy = ({ scriptHash, styleHash }: PageParts): string =>
  [
    "default-src 'none'",
    `script-src 'sha256-${scriptHash}'`,
    `style-src 'sha256-${styleHash}'`,
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** The whole file. */
export function pageHtml(parts: PageParts): string {
  const { script, style, program, dataHash, notices } = parts;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(parts)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(t("verifyPage.title"))}</title>
<style>${style}</style>
</head>
<body data-reference="${dataHash}">
<main>
<div class="warning">
${said("p", "verifyPage.warning", 'id="warning"')}
${said("p", "verifyPage.fromProject")}
</div>
<header>
${said("h1", "verifyPage.title")}
<div class="languages" role="group" aria-labelledby="languages">
${said("span", "verifyPage.languages", 'id="languages" class="unseen"')}
<button type="button" data-language="en" lang="en" aria-pressed="true">English</button>
<button type="button" data-language="ru" lang="ru" aria-pressed="false">Русский</button>
</div>
</header>
${said("p", "verifyPage.lead")}
<noscript>
<p class="error">${escaped(t("verifyPage.noScript"))}</p>
<p lang="ru">${escaped(russian.warning)}</p>
<p lang="ru" class="error">${escaped(russian.noScript)}</p>
</noscript>
<form id="form" hidden novalidate>
<div class="field">
${said("label", "verifyPage.pack", 'for="pack"')}
${said("p", "verifyPage.packHint", 'id="pack-hint" class="hint"')}
<input id="pack" type="file" accept=".zip,application/zip" aria-describedby="pack-hint pack-error">
${said("p", "verifyPage.packMissing", 'id="pack-error" class="error" hidden')}
</div>
<div class="field">
${said("label", "verifyPage.key", 'for="key"')}
${said("p", "verifyPage.keyHint", 'id="key-hint" class="hint"')}
<input id="key" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="key-hint key-error">
${said("p", "verifyPage.keyWrong", 'id="key-error" class="error" hidden')}
</div>
<div class="field">
${said("label", "verifyPage.authority", 'for="authority"')}
${said("p", "verifyPage.authorityHint", 'id="authority-hint" class="hint"')}
<input id="authority" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="authority-hint authority-error">
${said("p", "verifyPage.authorityWrong", 'id="authority-error" class="error" hidden')}
</div>
${said("button", "verifyPage.check", 'id="check" type="submit" class="primary"')}
</form>
<div id="running" class="running" hidden>
<p id="how-far"></p>
${said("span", "verifyPage.progress", 'id="bar-name" class="unseen"')}
<progress id="bar" max="100" value="0" aria-labelledby="bar-name"></progress>
${said("button", "verifyPage.stop", 'id="stop" type="button"')}
</div>
<section id="answer" aria-labelledby="answer-title" hidden>
<h2 id="answer-title" tabindex="-1"></h2>
<div id="answer-parts"></div>
</section>
<footer><p id="made" data-program="${escaped(program)}"></p></footer>
</main>
<script>${script}</script>
<!--
${notices}
-->
</body>
</html>
`;
}

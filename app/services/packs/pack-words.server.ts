import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pack as english } from "../../i18n/en/pack";
import { pack as russian } from "../../i18n/ru/pack";
import { createTranslator } from "../../i18n/translator";
import { projectRoot } from "../../lib/config.server";
import type { StampFault } from "../../pack/stamp/stamp-fault";

/** What lies in every pack for whoever opens it: `pack.readMe` of the catalogues. */
export const READ_ME = { en: english.readMe, ru: russian.readMe } as const;

/** The verifier as a page, as this version of the program was built with it. @throws Error when it was not built. */
export function verifierPage(): string {
  const file = path.join(projectRoot(), "build", "verify.html");
  if (!existsSync(file)) throw new Error(`There is no ${file}. Build again: npm run build`);
  return readFileSync(file, "utf8");
}

const { t } = createTranslator("en", { pack: english });

/** What is wrong with a time stamp, for the command line. */
export const faultInEnglish = ({ code, values }: Pick<StampFault, "code" | "values">): string =>
  t(`pack.fault.${code}`, values as never) as unknown as string;

/** Name and version of the program, as a manifest has them. */
export function programName(): string {
  const { name, version } = JSON.parse(readFileSync(path.join(projectRoot(), "package.json"), "utf8")) as {
    readonly name: string;
    readonly version: string;
  };
  return `${name} ${version}`;
}

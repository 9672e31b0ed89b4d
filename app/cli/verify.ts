/** `candour verify`: is an evidence pack what was signed, and do its scores follow from what lies in it? */
import { existsSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import type { i18n } from "i18next";
import { DEFAULT_LANGUAGE, isLanguage, languageCodes, LANGUAGES } from "../i18n/languages";
import { createTranslator } from "../i18n/translator";
import { Problem } from "../lib/problem";
import { reference } from "../lib/reference.server";
import { fingerprintGiven } from "../pack/fingerprint";
import { isRefusal } from "../pack/refusal";
import { verifyPack, type PackCheck } from "../pack/verify";
import { checkWords, refusalSentence } from "../pack/words";
import { NODE_TOOLS, withFile } from "../services/packs/pack-tools.server";
import { fromUser } from "./list-options";
import { optionsOf, progressLine, UNUSABLE } from "./output";

export const VERIFY_HELP = `candour verify: check an evidence pack

  candour verify PACK [--key FINGERPRINT] [--timestamp-authority FINGERPRINT]
                      [--language CODE] [--json]

Needs no database, no network and no sign-in. Checks the hash of every file and
row, the signature, the time stamp where there is one, the chain of the trail and the totals, computes every score
again with the model in the pack, and compares a released model with its own
copy. What is wrong is named by file, block of 1,000 rows, and row.

  --key FINGERPRINT  SHA-256 of the public key the pack should be signed with, as
                     \`candour key show\` prints it where the pack was made; without
                     it the signer is not checked
  --timestamp-authority FINGERPRINT
                     SHA-256 of the certificate of the authority whose time stamp
                     the pack should have, or of one above it that lies in the stamp;
                     without it the authority is not checked
  --language CODE    language of the answer: ${languageCodes.join(", ")} (default ${DEFAULT_LANGUAGE})
  --json             one JSON object

Exit code 0: intact; 1: something is not as it was signed, or the signer is
another; 2: the file cannot be looked into as a pack.
`;

/** The fingerprint that an option gives; null where it is left out. @throws Problem `cli.key` when it cannot be one. */
function fingerprintOf(option: string, given: string | undefined): string | null {
  if (given === undefined) return null;
  const text = fingerprintGiven(given);
  if (text === null)
    throw new Problem(
      "cli.key",
      `${option} ${given}: a fingerprint is 64 digits and letters a to f. Copy it whole, in quotation marks where it has blanks.`,
    );
  return text;
}

/** The whole answer, a sentence a line. */
function sentences(translator: i18n, check: PackCheck): string[] {
  const own = {
    dataHash: reference().riskHash,
    signerNotChecked: translator.t("pack.signerNotChecked"),
    authorityNotChecked: translator.t("pack.stamp.notChecked"),
  };
  const { verdict, faults, notes, counted, absent } = checkWords(translator, check, own);
  const { t } = translator;
  const under = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [title, ...lines.map((one) => `  ${one}`)]); // prettier-ignore
  return [
    verdict,
    ...faults.map((fault) => `  ! ${fault}`),
    ...notes,
    ...under(t("pack.countedTitle"), counted),
    ...under(t("pack.absentTitle"), absent),
  ];
}

/** Runs `candour verify`; answers its exit code. */
export async function verifyCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = optionsOf("verify", () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: "string" },
        "timestamp-authority": { type: "string" },
        language: { type: "string" },
        json: { type: "boolean", default: false },
      },
    }),
  );
  const [pack, ...rest] = positionals;
  if (!pack || rest.length > 0)
    throw new Problem("cli.usage", "Write: candour verify PACK. `candour verify --help` lists the options.");
  const language = values.language ?? DEFAULT_LANGUAGE;
  if (!isLanguage(language))
    throw new Problem("cli.language", `--language ${language}: the answer comes in ${languageCodes.join(" or ")}.`);
  const fingerprint = fingerprintOf("--key", values.key);
  const authority = fingerprintOf("--timestamp-authority", values["timestamp-authority"]);
  const file = fromUser(pack);
  if (!existsSync(file) || !statSync(file).isFile())
    throw new Problem("file.not-found", `There is no file ${file}. Check the path.`);
  const translator = createTranslator(language, (await LANGUAGES[language].load()).catalogue);
  const line = progressLine();
  try {
    const check = await withFile(file, (source) =>
      verifyPack(source, NODE_TOOLS, {
        fingerprint,
        authority,
        onProgress: (done, total) => line.show(`${Math.round((100 * done) / total)} %`),
      }),
    );
    line.clear();
    process.stdout.write(values.json ? `${JSON.stringify(check)}\n` : `${sentences(translator, check).join("\n")}\n`);
    return check.isIntact ? 0 : 1;
  } catch (error) {
    line.clear();
    if (!isRefusal(error)) throw error;
    if (values.json) process.stdout.write(`${JSON.stringify({ refused: error.code, file: error.file || null })}\n`);
    process.stderr.write(`${refusalSentence(translator, error)}\n`);
    return UNUSABLE;
  }
}

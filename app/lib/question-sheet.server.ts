/** The five questions on one page, in the language of whoever is asked. */
import { translatorFor } from "../i18n/language.server";
import { isLanguage, type Language } from "../i18n/languages";
import { proofKey } from "../i18n/recruitment-keys";

export interface QuestionSheet {
  readonly language: Language;
  readonly title: string;
  readonly to: string;
  readonly from: string;
  readonly intro: string;
  readonly questions: readonly string[];
  readonly answer: string;
  readonly backed: string;
  readonly proofs: readonly string[];
  readonly note: string;
  readonly signed: string;
}

/** The language an address asks for, else English. */
export const sheetLanguage = (request: Request): Language => {
  const asked = new URL(request.url).searchParams.get("language") ?? "";
  return isLanguage(asked) ? asked : "en";
};

export function questionSheet(language: Language, supplier: string, workspace: string): QuestionSheet {
  const { t } = translatorFor(language);
  return {
    language,
    title: t("recruitment.sheetPage.title"),
    to: t("recruitment.sheetPage.to", { name: supplier }),
    from: t("recruitment.sheetPage.from", { workspace }),
    intro: t("recruitment.sheetPage.intro"),
    questions: [
      t("recruitment.sheetPage.q1"),
      t("recruitment.sheetPage.q2"),
      t("recruitment.sheetPage.q3"),
      t("recruitment.sheetPage.q4"),
      t("recruitment.sheetPage.q5"),
    ],
    answer: t("recruitment.sheetPage.answer"),
    backed: t("recruitment.sheetPage.backed"),
    proofs: [
      t("recruitment.sheetPage.statement"),
      t(proofKey.policy),
      t(proofKey.invoices),
      t(proofKey.interviews),
      t(proofKey["confirmed-repayment"]),
    ],
    note: t("recruitment.sheetPage.note"),
    signed: t("recruitment.sheetPage.signed"),
  };
}

/** The sheet as plain text, to be put into a letter. */
export function sheetText(sheet: QuestionSheet): string {
  const { title, to, from, intro, questions, answer, backed, proofs, note, signed } = sheet;
  const boxes = proofs.map((proof) => `   [ ] ${proof}`);
  const asked = questions.flatMap((question, at) => [
    `${at + 1}. ${question}`,
    "",
    `   ${answer}: `,
    "",
    `   ${backed}`,
    ...boxes,
    "",
  ]);
  return `\uFEFF${[title, "", to, from, "", intro, "", ...asked, note, "", `${signed}: `, ""].join("\r\n")}`;
}

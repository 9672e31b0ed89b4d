/** A report in words: what stands before its sections, the sections, and what stands after them. Pure. */
import { keepRuleKey, reportStateKey, signRoleKey } from "../i18n/report-keys";
import { accessClassKey } from "../i18n/finding-keys";
import { judgementKey } from "../i18n/duty-keys";
import { languageCodes, LANGUAGES } from "../i18n/languages";
import { engineKey } from "../i18n/keys";
import { placeOfRow } from "../i18n/own-texts";
import { confidenceKey } from "../i18n/plan-keys";
import { emptyPoints, unsupportedPoints, type FiledReport, type Report } from "./model";
import type { Block, Fact, PdfDocument } from "./pdf-document";
import { sectionBlocks } from "./report-blocks";
import { factKey, leadKey, pointKey, sectionOf, titleKey, variantKey, variantNoteKey } from "./report-keys";
import { signersIn } from "./signers";
import { sourceBlocks, withSources } from "./source-blocks";
import type { Template } from "./template";
import type { Wording } from "./wording";

/** Name of the file inside the PDF that holds everything the report says, as rows. */
export const ATTACHED_REPORT = "report.csv";

/** The document of a report in a language. @param rows of a table that are shown; as many as a PDF prints unless told. */
export function reportDocument(filed: FiledReport, template: Template, words: Wording, rows?: number): PdfDocument {
  const { report } = filed;
  const wording = withSources(words, report.sources);
  const { t, language } = wording;
  const title = t(engineKey(titleKey(template)));
  return {
    lang: language,
    title,
    fullTitle: `${title}, ${report.organisation.name}`,
    workspace: report.organisation.name,
    description: t(engineKey(leadKey(template))),
    keywords: t("registerPdf.keywords").split(", "),
    madeAt: report.made.at.split(/\D/u).slice(0, 6).map(Number),
    foot: [
      numberText(filed, wording),
      report.isDemo ? `${t("common.demo")}. ${t("common.demoNote")}` : t("common.footer"),
    ].join(" · "),
    page: [t("registerPdf.pageStart"), t("registerPdf.pageMiddle")],
    blocks: [
      ...headBlocks(filed, template, wording),
      { kind: "contents", title: t("reports.contents") },
      ...sectionBlocks(report, template, wording, rows),
      ...tailBlocks(filed, template, wording),
    ],
    attachment: { name: ATTACHED_REPORT, description: t("reports.attachedNote") },
  };
}

/** Number and version where it is published; what it is where it is not. */
export function numberText({ number, state, report }: FiledReport, { t }: Pick<Wording, "t">): string {
  return number === null
    ? t(reportStateKey[state])
    : t("reports.numberOf", { number: String(number), version: String(report.version) });
}

/** What stands before the sections. */
export function headBlocks(filed: FiledReport, template: Template, wording: Wording): Block[] {
  const { t, format, language } = wording;
  const { report, number } = filed;
  const { organisation, period, subject, list, method, made, corrects } = report;
  const fact = (term: string, value: string | null): Fact[] =>
    value === null || value === "" ? [] : [{ term, value }];
  const facts = [
    ...fact(t("reports.head.number"), numberText(filed, wording)),
    ...fact(t("reports.head.variant"), t(engineKey(variantKey(template, report.variant)))),
    ...fact(t("reports.head.basis"), basisText(report, template, language)),
    ...fact(
      t("reports.head.organisation"),
      [organisation.name, organisation.identifier, organisation.country && format.country(organisation.country)]
        .filter(Boolean)
        .join(", "),
    ),
    ...fact(t("reports.head.sector"), organisation.sector?.[language] ?? organisation.sector?.en ?? null),
    ...fact(t(subject?.kind === "check" ? "reports.head.subjectFirm" : "reports.head.subject"), subject?.name ?? null),
    ...fact(
      t("reports.head.period"),
      t("reports.periodOf", { from: format.day(period[0]), to: format.day(period[1]) }),
    ),
    ...fact(t("reports.head.class"), t(accessClassKey[report.class])),
    ...fact(
      t("reports.head.keep"),
      [`${t("reports.keepYears", { count: report.keepYears })}.`, t(keepRuleKey[report.type]), t("reports.keepRule.hold")].join(" "), // prettier-ignore
    ),
    ...fact(
      t("reports.head.list"),
      list
        ? t("reports.listOf", { file: list.fileName, suppliers: format.count(list.suppliers), sha256: list.sha256 })
        : restsOnList(template)
          ? t("reports.listNone")
          : null,
    ),
    ...fact(
      t("reports.head.method"),
      method &&
        t("registerPdf.modelOf", { model: method.model, date: format.day(method.dataDate), hash: method.dataHash }),
    ),
    ...fact(t("reports.head.made"), t("registerPdf.madeBy", { when: format.minute(made.at), name: made.by })),
    ...(report.entered ?? []).flatMap(({ by, at, facts: ids }) =>
      fact(
        t("reports.head.entered"),
        t("reports.enteredBy", {
          who: by,
          when: format.day(at),
          what: ids.map((id) => t(engineKey(factKey(template, id)))).join("; "),
        }),
      ),
    ),
    ...fact(t("reports.head.cutOff"), cutOffText(report, template, wording)),
    ...fact(t("reports.head.version"), number === null ? String(report.version) : null),
    ...fact(
      t("reports.head.languages"),
      t("reports.languages", { names: languageCodes.map((code) => LANGUAGES[code].name).join(", ") }),
    ),
    ...fact(
      t("reports.head.commitments"),
      report.commitments.length === 0
        ? null
        : t("reports.commitmentsNamed", {
            count: report.commitments.length,
            formatted: format.count(report.commitments.length),
          }),
    ),
    ...fact(t("reports.head.contents"), filed.sha256),
  ];
  return [
    { kind: "text", text: t(engineKey(leadKey(template))) },
    { kind: "text", text: t(engineKey(variantNoteKey(template, report.variant))), quiet: true },
    ...(template.variants.some(({ id, released }) => id === report.variant && !released)
      ? [{ kind: "text", text: t("reports.notReleased") } as const]
      : []),
    ...(corrects
      ? [
          {
            kind: "notice",
            title: t("reports.correction"),
            text: t("reports.correctionOf", { number: String(corrects.number ?? "–"), reason: corrects.reason }),
          } as const,
        ]
      : []),
    { kind: "facts", items: facts },
    ...runningBlocks(report, wording),
    ...listDayBlocks(report, wording),
    { kind: "text", text: t("reports.claims"), quiet: true, stays: false },
    ...signatureBlocks(filed, template, wording),
    ...gapBlocks(report, template, wording),
  ];
}

/** The row of the catalogue that is the law of the variant, with its words where something in the report contributes to it; null: it has none. */
function basisText({ commitments, variant }: Report, { variants }: Template, language: string): string | null {
  const law = variants.find(({ id }) => id === variant)?.law ?? null;
  const row = commitments.find(({ id }) => id === law);
  return row ? `${row.id}, ${placeOfRow(row, language)}` : law;
}

/** The period was not over when it was made: what follows tells of a part of it. */
const runningBlocks = ({ made, period }: Report, { t, format }: Wording): Block[] =>
  period[1] > made.at.slice(0, 10)
    ? [{ kind: "notice", title: t("reports.running"), text: t("reports.runningNote", { to: format.day(period[1]), made: format.day(made.at.slice(0, 10)) }) }] // prettier-ignore
    : [];

/**
 * Which list is told of, and where it is not the one that the period ended with, why. What was frozen before reports told the list of
 * their period says as it did that its list is of a later day.
 */
function listDayBlocks({ list, listFrom, period }: Report, { t, format }: Wording): Block[] {
  const published = list?.publishedAt?.slice(0, 10) ?? null;
  if (published === null) return [];
  const values = { day: format.day(published), to: format.day(period[1]) };
  if (listFrom === "then") return [{ kind: "text", text: t("reports.listThen", values), quiet: true }];
  if (listFrom === "gone")
    return [{ kind: "notice", title: t("reports.listGone"), text: t("reports.listGoneNote", values) }];
  if (listFrom === "none")
    return [{ kind: "notice", title: t("reports.listUnshown"), text: t("reports.listUnshownNote", values) }];
  return published > period[1]
    ? [{ kind: "notice", title: t("reports.listLater"), text: t("reports.listLaterNote", values) }]
    : [{ kind: "text", text: t("reports.listDay", values), quiet: true }];
}

/**
 * As of when what it tells was known: at the end of the period, or when it was made where that was before; where the list of the
 * period's end is not told, list and scores when it was made. Null: what it is about was filed on a day of its own.
 */
function cutOffText(
  { made, period, list, listFrom }: Report,
  template: Template,
  { t, format }: Wording,
): string | null {
  if (!restsOnList(template)) return null;
  const day = made.at.slice(0, 10);
  const values = { known: format.day(day < period[1] ? day : period[1]), made: format.day(day) };
  if (listFrom === undefined)
    return [t("reports.cutOff", values), ...(list === null ? [] : [t("reports.cutOffList", values)])].join(" ");
  const isOfOneDay = list === null || listFrom === "now" || listFrom === "then";
  return isOfOneDay
    ? t("reports.cutOffAll", values)
    : [t("reports.cutOffMatches", values), t("reports.cutOffScores", values)].join(" ");
}

/** Those about the whole workspace or a product tell of its list: where none is published, they say so once for all that is not measured. */
const restsOnList = ({ subject }: Template): boolean => subject === "workspace" || subject === "product";

/** To be written on. */
const LINE = "_".repeat(16);

/** Who signed, and which signatures the template asks for are missing; a blank line for each who is no member and signs the printed document. */
function signatureBlocks({ report, signatures }: FiledReport, template: Template, { t, format }: Wording): Block[] {
  if (signatures.length === 0)
    return [{ kind: "notice", title: t("reports.unsigned"), text: t("reports.unsignedNote") }];
  const missing = signersIn({ report, signatures }, template).filter(
    ({ onPaper, signed }) => onPaper || signed.length === 0,
  );
  return [
    { kind: "heading", level: 1, text: t("reports.signatures") },
    {
      kind: "table",
      columns: [
        { head: t("reports.signedAs"), width: 3, align: "start" },
        { head: t("reports.signedBy"), width: 5, align: "start" },
        { head: t("reports.signedAt"), width: 3.4, align: "start" },
      ],
      rows: [
        ...signatures.map(({ role, name, title, at, alone }) => [
          t(signRoleKey[role]) + (alone ? ` (${t("reports.alone")})` : ""),
          title === "" ? name : `${name}, ${title}`,
          format.minute(at),
        ]),
        ...missing.map(({ role, onPaper }) => [
          t(signRoleKey[role]),
          onPaper ? t("reports.onPaper", { line: LINE }) : t("reportSigners.missing"),
          onPaper ? LINE : "",
        ]),
      ],
    },
  ];
}

/** What is empty and what rests on nothing, by name. */
function gapBlocks(report: Report, template: Template, { t }: Wording): Block[] {
  const named = (points: readonly { readonly section: string; readonly point: string }[]) =>
    points.map(({ section, point }) =>
      t(engineKey(pointKey(template, sectionOf(template, report.variant, section), point))),
    );
  const [empty, unsupported] = [named(emptyPoints(report)), named(unsupportedPoints(report))];
  if (empty.length + unsupported.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: t("reports.gaps") },
    ...(empty.length === 0
      ? []
      : [{ kind: "text", text: t("reports.gapsEmpty") } as const, { kind: "list", items: empty } as const]),
    ...(unsupported.length === 0
      ? []
      : [{ kind: "text", text: t("reports.gapsUnsupported") } as const, { kind: "list", items: unsupported } as const]),
  ];
}

/** What stands after the sections: the rows of the catalogue it names, and the sources. */
export function tailBlocks({ report }: FiledReport, { subject }: Template, wording: Wording): Block[] {
  const { t, format, language } = wording;
  const { commitments, sources } = report;
  // Of a bidder's file nothing is kept of it, so nothing is said: "not judged" might be false.
  const tellsJudgements = subject !== "check";
  const blocks: Block[] = [];
  if (commitments.length > 0)
    blocks.push(
      { kind: "heading", level: 1, text: t("reports.commitments") },
      { kind: "text", text: t("reports.commitmentsNote"), quiet: true },
      {
        kind: "table",
        columns: [
          { head: t("reports.commitmentId"), width: 2.6, align: "start" },
          { head: t("reports.commitmentText"), width: 5, align: "start" },
          { head: t("reports.commitmentChecked"), width: 3, align: "start" },
          { head: t("reports.commitmentPoints"), width: 1.6, align: "end" },
          ...(tellsJudgements ? [{ head: t("reports.commitmentJudged"), width: 3.6, align: "start" } as const] : []),
        ],
        rows: commitments.map(({ id, instrument, article, confidence, points, judgement }) => [
          id,
          placeOfRow({ instrument, article }, language),
          confidenceText(confidence, t),
          String(points.length),
          ...(tellsJudgements ? [judgedText(judgement, { t, format })] : []),
        ]),
      },
    );
  return [...blocks, ...sourceBlocks(sources, 1, wording)];
}

function judgedText(
  judgement: Report["commitments"][number]["judgement"],
  { t, format }: Pick<Wording, "t" | "format">,
): string {
  if (judgement === null) return t("reports.notJudged");
  return t("reports.judgedBy", {
    judgement: t(judgementKey[judgement.judgement]),
    name: judgement.by === "" ? t("reports.namedInside") : judgement.by,
    day: format.day(judgement.at.slice(0, 10)),
  });
}

function confidenceText(confidence: string, t: Wording["t"]): string {
  const key = confidenceKey(confidence);
  return key === null ? confidence : t(key);
}

/** The words of the register's PDF in one language. Every sentence comes from a catalogue or the model; every number from the report. */
import { BANDS, LEVELS, type Band, type Level } from "../../risk-models/types";
import type { RiskModel } from "../../risk-models";
import type { Format } from "../i18n/format";
import { bandKey, bandsKey, divisionKey, engineKey, levelKey } from "../i18n/keys";
import { methodBlocks } from "./method-blocks";
import type { Block, Chart, Line, PdfDocument, SupplierCells } from "./pdf-document";
import { cut } from "./printable";
import type { RegisterReport, ReportRow } from "./register-report";
import { isLatin, runsRightToLeft } from "./scripts";
import type { Wording } from "./wording";

/** Name of the file inside the PDF that holds the rows of its table. */
export const ATTACHED_ROWS = "register-rows.csv";

/** A name longer than this is cut in the table; the attached file has all of it. */
const LONGEST_NAME = 240;
const LONGEST_ABOUT = 120;

/** The document of a report. Pure. `model` is the one the report names. */
export function registerDocument(report: RegisterReport, model: RiskModel, wording: Wording): PdfDocument {
  const { t, language } = wording;
  const shown = report.top.length > 0;
  return {
    lang: language,
    title: t("registerPdf.title"),
    fullTitle: t("registerPdf.titleOf", { workspace: report.workspace.name }),
    workspace: report.workspace.name,
    description: t("registerPdf.description"),
    keywords: t("registerPdf.keywords").split(", "),
    // An ISO instant in UTC: its numbers, without the part of a second.
    madeAt: report.made.at.split(/\D/u).slice(0, 6).map(Number),
    foot: report.workspace.isDemo ? `${t("common.demo")}. ${t("common.demoNote")}` : t("common.footer"),
    page: [t("registerPdf.pageStart"), t("registerPdf.pageMiddle")],
    blocks: [
      ...headBlocks(report, wording),
      { kind: "contents", title: t("reports.contents") },
      ...summaryBlocks(report, wording),
      ...topBlocks(report, wording),
      ...methodBlocks(report, model, wording),
    ],
    attachment: shown ? { name: ATTACHED_ROWS, description: t("registerPdf.attachedNote") } : null,
  };
}

function headBlocks({ list, made, model, suppliers, workspace }: RegisterReport, { t, format }: Wording): Block[] {
  const when = format.minute(made.at);
  return [
    {
      kind: "facts",
      items: [
        { term: t("registerPdf.list"), value: list.fileName },
        { term: t("registerPdf.hash"), value: list.sha256 },
        ...(list.publishedAt === null
          ? []
          : [{ term: t("registerPdf.published"), value: format.minute(list.publishedAt) }]),
        { term: t("registerPdf.suppliers"), value: format.count(suppliers) },
        {
          term: t("registerPdf.model"),
          value: t("registerPdf.modelOf", {
            model: model.id,
            date: format.day(model.dataDate),
            hash: model.dataHash.slice(0, 8),
          }),
        },
        {
          term: t("registerPdf.made"),
          value:
            made.by === null
              ? t("registerPdf.madeByCommand", { when })
              : t("registerPdf.madeBy", { when, name: made.by }),
        },
      ],
    },
    ...(workspace.isDemo ? [{ kind: "notice", title: t("common.demo"), text: t("common.demoNote") } as const] : []),
    { kind: "notice", title: t("account.home.notTitle"), text: t("account.home.notText") },
  ];
}

function summaryBlocks(report: RegisterReport, wording: Wording): Block[] {
  const { t, format } = wording;
  const { suppliers, rows, totals, known } = report;
  const ofSuppliers = (what: string, count: number) => [
    what,
    format.count(count),
    format.count(suppliers - count),
    share(format, count, suppliers),
  ];
  const end = (head: string, width: number) => ({ head, width, align: "end" }) as const;
  const blocks: Block[] = [
    { kind: "heading", level: 1, text: t("registerPdf.summary") },
    { kind: "charts", charts: [levelChart, bandChart].map((chartOf) => chartOf(report, mostOf(report), wording)) },
    { kind: "text", text: t("registerPdf.betweenNote"), quiet: true },
    { kind: "heading", level: 2, text: t("registerPdf.knownTitle") },
    {
      kind: "table",
      columns: [
        { head: t("registerPdf.what"), width: 4, align: "start" },
        end(t("registerPdf.known"), 2),
        end(t("registerPdf.unknown"), 2),
        end(t("registerPdf.share"), 2),
      ],
      rows: [
        ofSuppliers(t("registerPdf.knownCountry"), known.country),
        ofSuppliers(t("registerPdf.knownSector"), known.sector),
        ofSuppliers(t("registerPdf.knownSupplier"), known.supplier),
      ],
    },
    { kind: "heading", level: 2, text: t("registerPdf.rowsTitle") },
    rows === null
      ? { kind: "text", text: t("registerPdf.rowsUnknown") }
      : {
          kind: "table",
          columns: [
            t("registerPdf.rowsRead"),
            t("registerPdf.rowsImported"),
            t("registerPdf.rowsRepaired"),
            t("registerPdf.rowsSetAside"),
            t("registerPdf.rowsLeftOut"),
          ].map((head) => end(head, 1)),
          rows: [[rows.read, rows.imported, rows.repaired, rows.setAside, rows.leftOut].map(format.count)],
        },
    { kind: "heading", level: 2, text: t("registerPdf.totalsTitle") },
  ];
  if (totals.length === 0) return [...blocks, { kind: "text", text: t("registerPdf.totalsNone") }];
  const amount = (text: string) => format.money(BigInt(text));
  return [
    ...blocks,
    { kind: "text", text: t("registerPdf.totalsNote"), quiet: true },
    {
      kind: "table",
      columns: [
        { head: t("imports.preview.currency"), width: 2, align: "start" },
        end(t("imports.preview.fileTotal"), 3),
        end(t("imports.preview.counted"), 3),
        end(t("imports.preview.creditNotes"), 3),
        end(t("imports.preview.totalSetAside"), 3),
        end(t("imports.preview.rejected"), 3),
      ],
      rows: totals.map(({ currency, file, counted, creditNotes, setAside, rejected }) => [
        currency ?? t("imports.preview.noCurrency"),
        ...[file, counted, creditNotes, setAside, rejected].map(amount),
      ]),
    },
  ];
}

/** A share of the whole as the other reports write it. */
const share = (format: Format, part: number, whole: number): string => (whole === 0 ? "–" : format.share(part / whole));

function chart(
  wording: Wording,
  title: string,
  what: string,
  whole: number,
  /** What the longest bar may stand for: the same in charts side by side, so that their bars can be compared. */
  most: number,
  counts: readonly { label: string; count: number; mark: Level | Band | "none" }[],
): Chart {
  const { t, format } = wording;
  const values = counts
    .map(({ label, count }) => t("registerPdf.chartValue", { label, number: format.count(count) }))
    .join("; ");
  return {
    title,
    head: [what, t("registerPdf.number"), t("registerPdf.share")],
    alt: t("registerPdf.chart", { what: title, values }),
    most: most === 0 ? "" : format.count(most),
    bars: counts.map(({ label, count, mark }) => ({
      label,
      number: format.count(count),
      share: share(format, count, whole),
      length: most === 0 ? 0 : count / most,
      mark,
    })),
  };
}

/** The largest number of suppliers that a level or a band has. */
const mostOf = ({ levels, bands }: RegisterReport): number =>
  Math.max(...Object.values(levels), ...Object.values(bands));

const levelChart = ({ suppliers, levels }: RegisterReport, most: number, wording: Wording): Chart =>
  chart(
    wording,
    wording.t("registerPdf.levels"),
    wording.t("registerPdf.suppliers"),
    suppliers,
    most,
    LEVELS.toReversed().map((level) => ({ label: wording.t(levelKey[level]), count: levels[level], mark: level })),
  );

const bandChart = ({ suppliers, bands }: RegisterReport, most: number, wording: Wording): Chart =>
  chart(wording, wording.t("registerPdf.bands"), wording.t("registerPdf.suppliers"), suppliers, most, [
    ...BANDS.toReversed().map((band) => ({ label: wording.t(bandKey[band]), count: bands[band], mark: band })),
    { label: wording.t("registerPdf.between"), count: bands.between, mark: "none" },
    { label: wording.t("registerPdf.none"), count: bands.none, mark: "none" },
  ]);

function topBlocks({ top, suppliers, full }: RegisterReport, wording: Wording): Block[] {
  const { t, format } = wording;
  const heading: Block = { kind: "heading", level: 1, text: t("registerPdf.topTitle"), newPage: true };
  if (top.length === 0) return [heading, { kind: "text", text: t("registerPdf.topNone") }];
  const all = format.count(suppliers);
  const scope =
    top.length === suppliers
      ? t("registerPdf.topAll", { suppliers: all })
      : t("registerPdf.topFirst", { shown: format.count(top.length), suppliers: all });
  return [
    heading,
    { kind: "text", text: `${scope} ${t("registerPdf.order")}` },
    ...(top.length === suppliers || full.length === 0
      ? []
      : ([
          { kind: "text", text: t("registerPdf.full", { suppliers: all }) },
          {
            kind: "facts",
            items: full.map((file) => ({ term: file.format.toUpperCase(), value: file.sha256 })),
          },
        ] as const)),
    { kind: "text", text: t("registerPdf.attached", { file: ATTACHED_ROWS }), quiet: true },
    ...(wording.language !== "en" && top.some((row) => sectorLines(row, wording).some(({ lang }) => lang === "en"))
      ? [{ kind: "text", text: t("registerPdf.sectorsEnglish"), quiet: true } as const]
      : []),
    {
      kind: "suppliers",
      head: [
        t("suppliers.head.priority"),
        t("registerPdf.headSupplier"),
        t("registerPdf.headKnown"),
        t("registerPdf.headScore"),
        t("registerPdf.headReasons"),
      ],
      rows: top.map((row) => supplierCells(row, wording)),
    },
  ];
}

const line = (text: string, lang?: string): Line => ({
  text,
  bold: isLatin(text),
  rightToLeft: runsRightToLeft(text),
  ...(lang === undefined ? {} : { lang }),
});

function supplierCells(row: ReportRow, wording: Wording): SupplierCells {
  const { t, format } = wording;
  const { score, band, plausible, coverage } = row;
  const [low, high] = plausible ?? [null, null];
  return {
    priority: row.priority === null ? "–" : String(row.priority),
    name: line(shortened(row.name, LONGEST_NAME, wording)),
    about: [...placeLines(row, wording), ...sectorLines(row, wording)],
    level: { word: t(levelKey[row.level]), mark: row.level },
    band: { word: bandWord(row, wording), mark: band ?? "none" },
    score: score === null ? "" : format.score(score),
    range:
      score === null || low === null || high === null
        ? ""
        : [
            t("registerPdf.range", { low: format.score(low), high: format.score(high) }),
            ...(row.released === null ? [] : [t("suppliers.released", { score: format.score(row.released) })]),
          ].join("; "),
    bar: score === null || low === null || high === null ? null : [low, score, high],
    coverage: [
      t("registerPdf.coverageSupplier", { percent: format.percent(coverage.supplier) }),
      t("registerPdf.coverageContext", { percent: format.percent(coverage.context) }),
    ],
    reasons: row.reasons.map((key) => t(engineKey(key))),
  };
}

/** Country and own number, in one line where both run the same way. */
function placeLines({ country, supplierNumber }: ReportRow, wording: Wording): Line[] {
  const place = country === null ? wording.t("registerPdf.noCountry") : wording.format.country(country);
  if (supplierNumber === null) return [line(place)];
  const number = shortened(supplierNumber, LONGEST_ABOUT, wording);
  return runsRightToLeft(number) ? [line(place), line(number)] : [line(`${place} · ${number}`)];
}

/**
 * Name and code of the sector, and what was written in the list. The names of classes are official in English alone: for other
 * readers the division's name comes first, and the class's own follows, marked as English.
 */
function sectorLines({ isic, sector, product }: ReportRow, wording: Wording): Line[] {
  const division = isic === null || wording.language === "en" ? null : divisionKey(isic.slice(0, 2));
  const known =
    isic === null
      ? []
      : division !== null
        ? [
            line(`${wording.t(division)} (${wording.t("registerPdf.isic", { code: isic })})`),
            ...(sector === null || isic.length <= 2 ? [] : [line(sector, "en")]),
          ]
        : [line(sector === null ? `ISIC ${isic}` : `${sector} (${isic})`, "en")];
  const written = product === null ? [] : [line(shortened(product, LONGEST_ABOUT, wording))];
  return isic === null && product === null ? [line(wording.t("registerPdf.noSector"))] : [...known, ...written];
}

/** Scored without a band: three bands, and the range reaches past a neighbour, so it goes from the first to the last. */
function bandWord({ score, band }: ReportRow, { t }: Wording): string {
  if (score === null) return t("registerPdf.none");
  if (band !== null) return t(bandKey[band]);
  return t(bandsKey(BANDS[0], BANDS[2]));
}

function shortened(text: string, longest: number, { t, format }: Wording): string {
  const start = cut(text, longest);
  return start === null ? text : t("registerPdf.shortened", { start, length: format.count(text.length) });
}

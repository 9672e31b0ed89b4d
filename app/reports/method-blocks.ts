/** The method in brief, from the model file and the catalogues: no second text that could drift from them. */
import type { RiskModel } from "../../risk-models";
import { DIMENSIONS, LEVELS } from "../../risk-models/types";
import { dimensionKey, engineKey, floorLiftedByKey, levelKey, levelWhyKey } from "../i18n/keys";
import type { Block } from "./pdf-document";
import type { RegisterReport } from "./register-report";
import { sourceBlocks } from "./source-blocks";
import type { Wording } from "./wording";

type Sources = Pick<RegisterReport, "sources">;

/** The method with its sources, on a page of its own. */
export const methodBlocks = (report: Sources, model: RiskModel, wording: Wording): Block[] => [
  { kind: "heading", level: 1, text: wording.t("registerPdf.methodTitle"), newPage: true },
  ...methodNotes(model, wording),
  ...sourceBlocks(report.sources, 2, wording),
];

/** What levels, scores, ranges and floors mean, and what they cannot tell. */
export function methodNotes(model: RiskModel, wording: Wording): Block[] {
  const { t, format } = wording;
  const years = model.indicators.flatMap(({ newestYear }) => newestYear ?? []);
  return [
    { kind: "heading", level: 2, text: t("registerPdf.levelsTitle") },
    {
      kind: "terms",
      items: LEVELS.map((level) => ({ level, term: t(levelKey[level]), value: t(levelWhyKey[level]) })),
    },
    { kind: "heading", level: 2, text: t("registerPdf.scoreTitle") },
    {
      kind: "text",
      text: t("registerPdf.scoreText", {
        raised: format.number(model.bands.raised),
        high: format.number(model.bands.high),
      }),
    },
    { kind: "text", text: t("registerPdf.rangeText") },
    { kind: "text", text: t("registerPdf.coverageText") },
    { kind: "heading", level: 2, text: t("registerPdf.dimensionsTitle") },
    {
      kind: "table",
      columns: [
        { head: t("registerPdf.dimension"), width: 3, align: "start" },
        { head: t("registerPdf.weight"), width: 1.2, align: "end" },
        { head: t("registerPdf.inputs"), width: 10, align: "start" },
      ],
      rows: DIMENSIONS.map((dimension) => [
        t(dimensionKey[dimension]),
        format.percent(model.dimensions[dimension].weight),
        model.indicators
          .filter((indicator) => indicator.dimension === dimension)
          .map(({ id, weight }) =>
            t("registerPdf.input", { name: t(engineKey(`missing.${id}`)), share: format.percent(weight) }),
          )
          .join("; "),
      ]),
    },
    {
      kind: "text",
      text: t("registerPdf.aggregation", { order: format.number(model.aggregation.order) }),
      quiet: true,
    },
    { kind: "heading", level: 2, text: t("registerPdf.floorsTitle") },
    { kind: "text", text: t("supplier.floorsNote"), quiet: true },
    {
      kind: "table",
      columns: [
        { head: t("registerPdf.floorGround"), width: 6, align: "start" },
        { head: t("registerPdf.floorHeight"), width: 2.2, align: "end" },
        { head: t("registerPdf.floorEnds"), width: 4, align: "start" },
      ],
      rows: model.floors.map(({ id, height }) => [
        t(engineKey(`reason.floor.${id}`)),
        format.number(height),
        t(floorLiftedByKey[id]),
      ]),
    },
    { kind: "heading", level: 2, text: t("registerPdf.limitsTitle") },
    {
      kind: "list",
      items: [
        t("common.footer"),
        t("registerPdf.limits.judgement"),
        t("registerPdf.limits.attention"),
        t("registerPdf.limits.country"),
        t("registerPdf.limits.recruitment"),
        ...(years.length === 0
          ? []
          : [t("registerPdf.limits.age", { newest: String(Math.max(...years)), oldest: String(Math.min(...years)) })]),
      ],
    },
  ];
}

/** A report for tests: a test writes only what it is about. */
import { createTranslator } from "../i18n/translator";
import { formatFor } from "../i18n/format";
import { LANGUAGES, type Language } from "../i18n/languages";
import { registerReport, type RegisterFacts, type RegisterReport, type ReportRow } from "./register-report";
import type { Wording } from "./wording";

export const aRow = (row: Partial<ReportRow> = {}): ReportRow => ({
  name: "Alder Mill",
  supplierNumber: "V-1001",
  country: "TR",
  isic: "1311",
  sector: "Preparation and spinning of textile fibres",
  product: "cotton yarn",
  level: "indicative",
  score: 61.4,
  released: null,
  band: "raised",
  plausible: [43.2, 70.9],
  coverage: { context: 0.85, supplier: 0.07 },
  priority: 2,
  reasons: ["reason.governance", "reason.sign.goodForcedOriginUnknown", "reason.setting.labour-intensive-production"],
  ...row,
});

/** Its rows are all suppliers there are, unless `suppliers` and `levels` say otherwise. */
export function aReport(top: readonly ReportRow[], facts: Partial<RegisterFacts> = {}): RegisterReport {
  const levels = { listed: 0, placed: 0, indicative: 0, assessed: 0 };
  const bands = { low: 0, raised: 0, high: 0 };
  for (const { level, band } of top) {
    levels[level]++;
    if (band) bands[band]++;
  }
  return registerReport({
    workspace: { name: "Nordhavn Workwear", isDemo: false },
    list: { fileName: "suppliers.xlsx", sha256: "5".repeat(64), publishedAt: "2026-03-02T10:00:00.000Z" },
    made: { at: "2026-03-04T09:12:33.000Z", by: "Kim Ålund" },
    model: { id: "2026.1", dataDate: "2026-01-01", dataHash: "0".repeat(64) },
    suppliers: top.length,
    rows: { read: 734, imported: 701, repaired: 52, setAside: 24, leftOut: 9 },
    totals: [],
    levels,
    bands,
    known: {
      country: top.filter(({ country }) => country !== null).length,
      sector: top.filter(({ isic }) => isic !== null).length,
    },
    top,
    full: [],
    sources: [{ title: "Some indicators", publisher: "Some bank", year: "2024", licence: "CC BY 4.0" }],
    ...facts,
  });
}

export async function wordingOf(language: Language): Promise<Wording> {
  const { t } = createTranslator(language, (await LANGUAGES[language].load()).catalogue);
  return { t, format: formatFor(language), language };
}

/** A filed report for tests of its words: what a test fills, and nothing else. */
import type { FiledReport } from "./model";
import { assemble, type Fillings, type Template } from "./template";

/** @param variant the template's first unless told. */
export function aFiled(
  template: Template,
  fillings: Fillings,
  variant: string = template.variants[0]!.id,
): FiledReport {
  const head = {
    variant,
    version: 1,
    corrects: null,
    organisation: { name: "Buyer", identifier: "", country: null },
    period: ["2025-03-05", "2026-03-04"] as [string, string],
    subject: null,
    class: template.class,
    isDemo: false,
    made: { at: "2026-03-04T09:12:33.000Z", by: "Kim Ålund" },
    list: null,
    method: null,
    sources: [],
    attachments: [],
  };
  const report = { ...assemble(template, head, fillings, new Map()), commitments: [] };
  return { report, sha256: "0".repeat(64), state: "draft", number: null, publishedAt: null, signatures: [] };
}

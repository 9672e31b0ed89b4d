import type { ModelChange, RiskModel } from "../../risk-models";
import { DIMENSIONS } from "../../risk-models/types";

const percent = (share: number) => `${Math.round(share * 10_000) / 100} %`;
const valueWords = (value: unknown): string =>
  value === null ? "not there" : typeof value === "string" ? value : JSON.stringify(value);

const SECTION_WORDS: Readonly<Record<ModelChange["section"], string>> = {
  dates: "Dates",
  weights: "Weights",
  anchors: "Anchors: raw value to height",
  answers: "Heights of answers",
  errors: "Errors either way",
  signs: "Signs about what is bought",
  silence: "Kinds of work and the value of silence",
  proof: "What proof may take off at most",
  practices: "Practices",
  floors: "Floors",
  bands: "Bands begin at",
  likelihood: "Words of likelihood begin at",
  severity: "Severity",
  priority: "Priority",
  references: "Reference classes for blanks",
  sources: "Sources",
  other: "Other figures",
};

/** What differs, a line each under its heading. */
export function diffWords(a: string, b: string, changes: readonly ModelChange[]): string {
  if (changes.length === 0) return `${a} and ${b} score alike: no figure differs.`;
  const lines = [`From ${a} to ${b}:`];
  let section: string | null = null;
  for (const change of changes) {
    if (change.section !== section) lines.push("", SECTION_WORDS[(section = change.section)]);
    lines.push(`  ${change.of}: ${valueWords(change.before)} → ${valueWords(change.after)}`);
  }
  return [...lines, "", "Nothing else that changes a score differs."].join("\n");
}

/** A model as a person reads it. Every height is judgement; the reasons stand beside it. */
export function showWords(model: RiskModel, sha256: string | null): string {
  const lines: string[] = [
    `${model.id}: ${model.title}`,
    `In force from ${model.effectiveFrom}, data of ${model.dataDate}, model.json ${sha256 ?? "not on this machine"}`,
    "Scores run from 0 to 100; higher means more risk. A score is no probability and never a finding of forced labour.",
    "",
    `Across dimensions: power mean of order ${model.aggregation.order}. ${model.aggregation.why}`,
  ];
  for (const dimension of DIMENSIONS) {
    const { weight, why } = model.dimensions[dimension];
    lines.push("", `${dimension}: ${percent(weight)}. ${why}`);
    for (const one of model.indicators.filter((indicator) => indicator.dimension === dimension)) {
      lines.push(`  ${one.id}: ${percent(one.weight)} of the dimension. ${one.meaning}`);
      lines.push(`    ${one.unit}: ${one.anchors.map(([raw, height]) => `${raw} is ${height}`).join(", ")}`);
      if (one.answers)
        lines.push(
          `    answers: ${Object.entries(one.answers)
            .map(([word, height]) => `${word} ${height}`)
            .join(", ")}`,
        );
      lines.push(`    sources: ${one.sources.join(", ") || "none"}; newest year ${one.newestYear ?? "not given"}`);
    }
  }
  lines.push("", "Signs about what is bought, the strongest counts:");
  for (const sign of model.signs)
    lines.push(`  ${sign.id}: ${sign.value} (${sign.low} to ${sign.high}). ${sign.meaning}`);
  lines.push("", "Kinds of work, and what silence on recruitment is worth there:");
  for (const [kind, { silent, feesAreTheNorm }] of Object.entries(model.workKinds))
    lines.push(
      `  ${kind}: ${silent.median} (${silent.p10} to ${silent.p90})${feesAreTheNorm ? ", worker-paid fees are the norm" : ""}`,
    );
  lines.push("", "What proof may take off at most:");
  for (const [proof, bound] of Object.entries(model.proof.bounds)) lines.push(`  ${proof}: ${percent(bound)}`);
  lines.push("", "Floors:");
  for (const floor of model.floors)
    lines.push(`  ${floor.height} ${floor.id} (${floor.scope}): ${floor.ground}. Lifted by: ${floor.liftedBy}.`);
  lines.push(
    "",
    `Bands: low below ${model.bands.raised}, raised below ${model.bands.high}, high from there on. ${model.bands.why}`,
  );
  lines.push(
    `Variants: ${model.variants.map(({ id, meaning }) => `${model.id.split("+")[0]}+${id}: ${meaning}`).join(" ") || "none"}`,
  );
  return lines.join("\n");
}

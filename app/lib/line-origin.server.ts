import { sourcesOf } from "../../risk-models";
import type { RiskReference } from "../../risk-models/reference-types";
import type { Contribution } from "../../risk-models/types";
import type { Origin } from "../components/line-origin";
import type { SourceName } from "../components/method-parts";
import { reference } from "./reference.server";

/**
 * The published sources of a line, each named once; what was stated has none.
 * @param risk the reference data that name them; left out: those of this version.
 */
export function sourceNotes(
  line: Pick<Contribution, "source">,
  { sources }: Pick<RiskReference, "sources"> = reference().risk(),
): SourceName[] {
  const found = sourcesOf(line, sources).map(({ id, title, year }) => ({ id, title, year }));
  return [...new Map(found.map((source) => [source.id, source])).values()];
}

/** Where the value of a line comes from. */
export function originOf(line: Pick<Contribution, "source" | "basis" | "dimension" | "kind">): Origin {
  const sources = sourceNotes(line);
  if (line.basis === "stated") return { from: "stated" };
  if (sources.length > 0) return { from: "sources", sources };
  if (line.kind === "floor" && line.source !== "") return { from: "record", title: line.source };
  if (line.basis === "reference-class") return { from: line.dimension === "recruitment" ? "setting" : "class" };
  return { from: line.basis === "judgement" ? "sign" : "silence" };
}

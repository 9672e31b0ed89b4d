import { modelById } from "../../../../risk-models";
import { DIMENSIONS } from "../../../../risk-models/types";
import { reference } from "../../../lib/reference.server";
import { code, number, text, type Cell } from "../../../reports/model";
import type { Filled } from "../../../reports/template";

/** Every input of a model with its weight, where it is from and the newest year of it; the same for each supplier. Null: the model is not here. */
export function riskInputs(modelId: string): Filled {
  const model = modelById(modelId);
  if (!model) return { values: null };
  const data = reference();
  const titles = new Map(
    [...data.table("sources-countries"), ...data.table("sources-sectors")].map(({ sourceId, title }) => [sourceId, title]), // prettier-ignore
  );
  return {
    values: [],
    tables: {
      riskInputs: {
        rows: DIMENSIONS.flatMap((dimension) =>
          model.indicators
            .filter((one) => one.dimension === dimension)
            .map(({ id, weight, sources, newestYear }): Cell[] => [
              code("dimension", dimension),
              code("risk-input", id),
              code("percent", String(model.dimensions[dimension].weight * weight)),
              sources.length === 0 ? code("answer-of", "supplier") : text(sources.map((one) => titles.get(one) ?? one).join("; ")), // prettier-ignore
              newestYear === null ? null : number(newestYear),
            ]),
        ),
      },
    },
  };
}

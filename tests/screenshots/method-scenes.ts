/** The pages of the method, in the newest released model. */
import { paths } from "../../app/lib/paths";
import { MODELS } from "../../risk-models";

const { id } = MODELS.at(-1)!;

export const METHOD_SCENES = [
  { name: "method", address: () => paths.method(id) },
  { name: "method-worked", address: () => paths.methodWorked(id, "W12") },
  { name: "method-study", address: () => paths.methodStudy(id) },
  { name: "method-coverage", address: () => paths.methodCoverage(id) },
  { name: "method-sources", address: () => paths.methodSources() },
];

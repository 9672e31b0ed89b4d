/** The pages of the method, in the model in force. */
import { paths } from "../../app/lib/paths";
import { of, type Stage } from "./scene";

export const METHOD: Stage = {
  as: "nobody",
  async arrange(page, { made }) {
    const answer = await page.request.get(paths.methodHome());
    made.set("method", decodeURIComponent(new URL(answer.url()).pathname.split("/").at(-1)!));
  },
  scenes: [
    { name: "method", address: (world) => paths.method(of(world, "method")) },
    { name: "method-worked", address: (world) => paths.methodWorked(of(world, "method"), "W12") },
    { name: "method-study", address: (world) => paths.methodStudy(of(world, "method")) },
    { name: "method-coverage", address: (world) => paths.methodCoverage(of(world, "method")) },
    { name: "method-sources", address: () => paths.methodSources() },
  ],
};

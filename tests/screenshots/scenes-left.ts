/** After everything else in that workspace: its next list leaves a supplier out, and its pages of past days say so. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { onDay, paths } from "../../app/lib/paths";
import { of, type Stage } from "./scene";
import { publishList } from "./steps";

const NEXT_LIST = `Supplier;Country;City;Product;Amount (EUR)
Padma Apparel Ltd;BD;Dhaka;Cotton shirts;51000
Bergen Chairs Ltd;NO;Bergen;Office chairs;400
`;
const DAY_BEFORE = "2020-01-01";

/** Needs what the stages of findings and of the trail made; for the eye alone. */
export const LEFT: Stage = {
  as: "owner",
  again: true,
  async arrange(page, { folder, made }) {
    const file = path.join(folder, "elverum-next.csv");
    writeFileSync(file, NEXT_LIST);
    await publishList(page, made.get("found")!, file);
  },
  scenes: [
    {
      name: "left-supplier",
      address: (world) => onDay(paths.supplier(of(world, "found"), of(world, "cleaner")), DAY_BEFORE),
      narrow: true,
    },
    { name: "left-danger", address: (world) => paths.danger(of(world, "found"), of(world, "cleaner")) },
    {
      name: "trail-supplier-past",
      address: (world) => onDay(paths.supplier(of(world, "found"), of(world, "mill")), DAY_BEFORE),
      narrow: true,
    },
  ],
};

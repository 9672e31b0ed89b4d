/** The trail as an auditor reads it: all of it, narrowed, looked through; a past day; and what was remarked about a record. */
import { onDay, paths } from "../../app/lib/paths";
import { at, of, openAll, type Stage, type World } from "./scene";

const notesOf = (world: World): string => paths.notes(of(world, "found"), "supplier", of(world, "mill"));
const DAY_BEFORE = "2020-01-01";
const millBefore = (page: (workspace: string, supplierId: string) => string) => (world: World) =>
  onDay(page(of(world, "found"), of(world, "mill")), DAY_BEFORE);

/** Needs what the stage of findings made. */
export const TRAIL: Stage = {
  as: "owner",
  async arrange(page, { made }) {
    const workspace = made.get("found")!;
    await page.goto(paths.trail(workspace));
    await page.locator("main form[method=post] button").first().click();
    await page.waitForLoadState("networkidle");
  },
  scenes: [
    { name: "trail", address: at(paths.trail, "", "found"), narrow: true },
    { name: "trail-open", address: at(paths.trail, "what=followUp", "found"), open: openAll },
    { name: "trail-none", address: at(paths.trail, "q=zzzzzz", "found") },
    { name: "trail-day", address: (world) => paths.trailOn(of(world, "found")), narrow: true },
    { name: "trail-day-before", address: (world) => paths.trailOn(of(world, "found"), DAY_BEFORE) },
    { name: "packs", address: at(paths.packs, "", "found"), narrow: true },
    { name: "trail-notes", address: notesOf, narrow: true },
    { name: "trail-finding-past", address: (world) => `${of(world, "finding")}?before=${DAY_BEFORE}`, narrow: true },
    { name: "trail-overview-past", address: (world) => `${paths.workspace(of(world, "found"))}?on=${DAY_BEFORE}` },
    { name: "trail-suppliers-past", address: at(paths.suppliers, `on=${DAY_BEFORE}`, "found"), narrow: true },
    { name: "trail-plan-past", address: at(paths.plan, `on=${DAY_BEFORE}`, "found") },
    { name: "trail-matches-past", address: at(paths.matches, `on=${DAY_BEFORE}`, "found"), narrow: true },
    { name: "trail-duplicates-past", address: (world) => onDay(paths.duplicates(of(world, "found")), DAY_BEFORE) },
    { name: "trail-groups-past", address: (world) => onDay(paths.groups(of(world, "found")), DAY_BEFORE) },
    { name: "trail-answers-past", address: millBefore(paths.recruitment), narrow: true },
    { name: "trail-materials-past", address: millBefore(paths.materials) },
    { name: "trail-decisions-past", address: millBefore(paths.supplierDecision) },
    { name: "trail-danger-past", address: millBefore(paths.danger) },
    { name: "trail-tenders-past", address: (world) => onDay(paths.tenders(of(world, "found")), DAY_BEFORE) },
    { name: "trail-members-past", address: (world) => onDay(paths.members(of(world, "found")), DAY_BEFORE) },
    { name: "trail-understand-past", address: at(paths.understand, `on=${DAY_BEFORE}`, "found"), narrow: true },
    { name: "trail-to-ask-past", address: at(paths.toAsk, `on=${DAY_BEFORE}`, "found"), narrow: true },
    { name: "trail-tools-lists-past", address: at(paths.lists, `on=${DAY_BEFORE}`, "found"), narrow: true },
    { name: "trail-tools-corridors-past", address: at(paths.corridors, `from=NP&to=MY&on=${DAY_BEFORE}`, "found") },
    { name: "trail-tools-model-past", address: (world) => onDay(paths.model(of(world, "found")), DAY_BEFORE) },
    { name: "trail-tools-commitments-past", address: at(paths.commitments, `on=${DAY_BEFORE}`, "found") },
    {
      name: "trail-tools-disclosure-past",
      address: (world) => onDay(paths.disclosure(of(world, "found")), DAY_BEFORE),
    },
    { name: "trail-tools-packs-past", address: (world) => onDay(paths.packs(of(world, "found")), DAY_BEFORE) },
    { name: "trail-follow-up-past", address: at(paths.followUp, `tab=findings&on=${DAY_BEFORE}`, "found") },
  ],
};

/** A pack with a time stamp, of the service that the walk runs. */
export const STAMPED: Stage = {
  as: "owner",
  again: true,
  async arrange(page, { made }) {
    await page.goto(paths.packs(made.get("found")!));
    await page.locator("input[name=stamp]").check();
    await page.locator("main form[method=post] button").first().click();
    await page.locator("main a[download]").first().waitFor();
  },
  scenes: [{ name: "pack-stamped", address: at(paths.packs, "", "found"), narrow: true }],
};

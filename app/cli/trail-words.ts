/** What `verify-trail` says of a workspace, in plain words. */
import type { HeadFault } from "../../db/chain-heads";
import type { WhyNotCovered } from "../../db/not-covered";
import type { TrailCheck, TrailFault } from "../../db/verify-trail";

const LINK = {
  gap: "is missing",
  "previous-hash": "does not follow from the event before it",
  hash: "is not what was hashed: its person, time, name or digest was changed",
  contents: "no longer holds the contents that were hashed",
  seals: "no longer has the row seals that were hashed",
} as const;

const about = (seq: number | null): string =>
  seq === null ? "No event tells of it." : `The last event about it is ${seq}.`;

/** One fault as a sentence or two. */
export function faultWords(fault: TrailFault): string {
  switch (fault.kind) {
    case "event":
      return `Event ${fault.seq} ${LINK[fault.why]}.`;
    case "changed":
      return `The row ${fault.key} of ${fault.table} was changed outside the program. ${about(fault.seq)}`;
    case "removed":
      return `The row ${fault.key} of ${fault.table} was removed outside the program. ${about(fault.seq)}`;
    case "added":
      return `The row ${fault.key} of ${fault.table} was added outside the program. ${about(fault.seq)}`;
    case "seal-erased":
      return `The row ${fault.key} of ${fault.table} cannot be checked: the salt of event ${fault.seq} is gone, and no erasure says why.`;
    case "list-seal":
      return `The kept digests of ${fault.table} of list ${fault.generation} are not those of event ${fault.seq}.`;
    case "list-gone":
      return `The kept digests of ${fault.table} of list ${fault.generation}, sealed by event ${fault.seq}, are gone.`;
  }
}

/** A noted head the chain does not go through. */
export const headWords = ({ kind, seq }: HeadFault): string =>
  kind === "cut-off"
    ? `Event ${seq} was noted outside and is gone: the end of the trail was cut off.`
    : `Event ${seq} is another one than was noted outside: the trail was written anew.`;

const WHY = {
  "own-affairs": "people's own accounts and sessions",
  progress: "how far the program has come with its work",
  derived: "counted or found by the program from covered rows",
  published: "published facts, the same for everybody",
  "of-the-chain": "the program's own notes about the trail",
} as const satisfies Record<WhyNotCovered, string>;

export const notCoveredWords = (tables: readonly (readonly [string, WhyNotCovered])[]): string =>
  (Object.keys(WHY) as WhyNotCovered[])
    .map((why) => [why, tables.filter(([, one]) => one === why).map(([name]) => name)] as const)
    .filter(([, names]) => names.length > 0)
    .map(([why, names]) => `  ${WHY[why]}: ${names.join(", ")}`)
    .join("\n");

/** How a workspace stands, in a few lines. */
export function checkWords(slug: string, check: TrailCheck, heads: readonly HeadFault[]): string {
  const rows = Object.values(check.rows).reduce((sum, one) => sum + one, 0);
  const wrong = check.faultCount + heads.length;
  const lines = [
    `${slug}: ${wrong === 0 ? "as the program left it" : `${wrong} thing(s) are not as the program left them`}`,
    `  ${check.events} events, head ${check.headSeq} ${check.headHash}; ${rows} rows and lines compared`,
    ...(check.erased > 0 ? [`  ${check.erased} events whose contents were erased, as the trail says`] : []),
    ...(check.unsealedLists.length > 0
      ? [`  lists that wait for their seal: ${check.unsealedLists.join(", ")}; their lines were not compared`]
      : []),
    ...check.faults.map((fault) => `  ! ${faultWords(fault)}`),
    ...(check.faultCount > check.faults.length
      ? [`  ! ${check.faultCount - check.faults.length} more are not named here`]
      : []),
    ...heads.map((fault) => `  ! ${headWords(fault)}`),
  ];
  return lines.join("\n");
}

import type { TFunction } from "i18next";
import { ROLES, type Role } from "../../db/schema/codes";
import type { LinkFault } from "../../db/chain";
import type { TrailFault } from "../../db/verify-trail";
import type { ShownFault } from "../services/trail/trail-view.server";
import type { WholeNote } from "../services/notes/add-note.server";
import type { RecordKind, TrailGroup } from "../lib/trail-groups";
import { memberRoleKey, type Key, type Keys } from "./keys";

export const trailGroupKey = {
  people: "trail.group.people",
  lists: "trail.group.lists",
  understanding: "trail.group.understanding",
  model: "trail.group.model",
  answers: "trail.group.answers",
  screening: "trail.group.screening",
  plan: "trail.group.plan",
  followUp: "trail.group.followUp",
  tenders: "trail.group.tenders",
  reports: "trail.group.reports",
  notes: "trail.group.notes",
  files: "trail.group.files",
  chain: "trail.group.chain",
} as const satisfies Keys<TrailGroup>;

export const recordKindKey = {
  supplier: "trail.record.supplier",
  import: "trail.record.import",
  plan: "trail.record.plan",
  match: "trail.record.match",
  finding: "trail.record.finding",
  action: "trail.record.action",
  repayment: "trail.record.repayment",
  category: "trail.record.category",
  lot: "trail.record.lot",
  check: "trail.record.check",
  contract: "trail.record.contract",
  report: "trail.record.report",
  judgement: "trail.record.judgement",
} as const satisfies Keys<RecordKind>;

export const noteKindKey = {
  comment: "trail.notes.comment",
  "sign-off": "trail.notes.signOff",
} as const satisfies Keys<WholeNote>;

const LINK_KEY = {
  gap: "trail.fault.gap",
  "previous-hash": "trail.fault.link",
  hash: "trail.fault.link",
  contents: "trail.fault.link",
  seals: "trail.fault.link",
} as const satisfies Keys<LinkFault>;

const FAULT_KEY = {
  changed: "trail.fault.changed",
  removed: "trail.fault.removed",
  added: "trail.fault.added",
  "seal-erased": "trail.fault.sealErased",
  "list-seal": "trail.fault.listSeal",
  "list-gone": "trail.fault.listGone",
} as const satisfies Keys<Exclude<TrailFault["kind"], "event">>;

/** One thing that is not as the program left it, as a sentence. */
export function faultSentence(t: TFunction, fault: ShownFault): string {
  if (fault.kind === "event") return t(LINK_KEY[fault.why], { seq: String(fault.seq) });
  const seq = fault.seq === null ? t("trail.fault.noEvent") : String(fault.seq);
  const say = t as unknown as (key: Key, options: Readonly<Record<string, string>>) => string;
  const place =
    "key" in fault ? { key: fault.key ?? t("trail.fault.keptKey") } : { generation: String(fault.generation) };
  return say(FAULT_KEY[fault.kind], { seq, table: fault.table, ...place } as Readonly<Record<string, string>>);
}

const isRole = (text: unknown): text is Role => ROLES.some((role) => role === text);

/** What an event says. Roles are told by their names; the list of events grows, and a test holds that each has its sentence. */
export function eventSentence(t: TFunction, name: string, values: Readonly<Record<string, string | number>>): string {
  const told = Object.entries(values).map(([key, value]) => [key, isRole(value) ? t(memberRoleKey[value]) : value]);
  const say = t as unknown as (key: Key, options: Readonly<Record<string, unknown>>) => string;
  return say(`trail.events.${name}` as Key, { ...Object.fromEntries(told), defaultValue: name });
}

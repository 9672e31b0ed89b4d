import type { Ability } from "../lib/abilities";
import type { Keys } from "./keys";

export const abilityKey = {
  look: "members.can.look",
  lists: "members.can.lists",
  followUp: "members.can.followUp",
  upload: "members.can.upload",
  act: "members.can.act",
  settle: "members.can.settle",
  approve: "members.can.approve",
  protected: "members.can.protected",
  trail: "members.can.trail",
  comment: "members.can.comment",
  sign: "members.can.sign",
  reportWrite: "members.can.reportWrite",
  reportSign: "members.can.reportSign",
  reportComment: "members.can.reportComment",
  tenders: "members.can.tenders",
  hold: "members.can.hold",
  tendersWrite: "members.can.tendersWrite",
  manage: "members.can.manage",
  ownAnswers: "members.can.ownAnswers",
} as const satisfies Keys<Ability>;

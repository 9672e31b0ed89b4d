/** Kinds of events people look for, each with the patterns of names that belong to it. */
export const TRAIL_GROUPS = {
  people: ["workspace.%", "member.%", "invitation.%"],
  lists: ["import.%", "original.%", "rename.%", "register.sealed"],
  understanding: ["understanding.%"],
  model: ["model.%", "data.%", "own-row%"],
  answers: ["readings.%", "protected.%"],
  screening: ["list.%", "match.%", "duplicate.%"],
  plan: ["plan.%"],
  followUp: [
    "finding.%",
    "protected-finding.%",
    "evidence.%",
    "supplier-hold.%",
    "danger-contact.%",
    "action%",
    "repayment%",
    "hold%",
    "exit%",
    "response%",
    "follow-up.%",
    "supplier.%",
  ],
  tenders: [
    "categor%",
    "lot%",
    "vendor-check%",
    "check%",
    "bidder%",
    "contract%",
    "exclusion%",
    "hearing%",
    "commitment%",
    "buyer.%",
  ],
  reports: ["report.%", "buying.%"],
  notes: ["record.%"],
  files: ["%exported", "%downloaded", "pack.%"],
  chain: ["audit.%", "trail.%", "register.sealed"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type TrailGroup = keyof typeof TRAIL_GROUPS;
export const TRAIL_GROUP_NAMES = Object.keys(TRAIL_GROUPS) as readonly TrailGroup[];

/** Something an event tells of that has a page of its own. */
export interface RecordOfEvent {
  readonly kind: RecordKind;
  readonly id: string;
}

/** Kinds of records that people may comment on and sign off. */
export const RECORD_KINDS = [
  "supplier",
  "import",
  "plan",
  "match",
  "finding",
  "action",
  "repayment",
  "category",
  "lot",
  "check",
  "contract",
  "report",
  "judgement",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** The names that ids of records have in contents of events. */
const ID_OF: Readonly<Record<string, RecordKind>> = {
  supplierId: "supplier",
  newSupplierId: "supplier",
  oldSupplierId: "supplier",
  fromId: "supplier",
  intoId: "supplier",
  importId: "import",
  planId: "plan",
  candidateId: "match",
  findingId: "finding",
  actionId: "action",
  repaymentId: "repayment",
  groupId: "repayment",
  categoryId: "category",
  assessmentId: "category",
  lotId: "lot",
  checkId: "check",
  contractId: "contract",
  judgementId: "judgement",
  reportId: "report",
};

/** The records that an event's contents name, each once. */
export function recordsOf(contents: unknown): RecordOfEvent[] {
  if (typeof contents !== "object" || contents === null) return [];
  const found = new Map<string, RecordOfEvent>();
  for (const [name, value] of Object.entries(contents)) {
    const kind = name === "recordId" ? kindOf((contents as { recordKind?: unknown }).recordKind) : ID_OF[name];
    if (kind && typeof value === "string" && value !== "") found.set(`${kind} ${value}`, { kind, id: value });
  }
  return [...found.values()];
}

export const kindOf = (text: unknown): RecordKind | undefined => RECORD_KINDS.find((kind) => kind === text);

/** Why it was done, as the person wrote it; null when the event holds no such text. */
export function reasonOf(contents: unknown): string | null {
  if (typeof contents !== "object" || contents === null) return null;
  for (const name of ["reason", "note", "text", "assessment"]) {
    const value = (contents as Record<string, unknown>)[name];
    if (typeof value === "string" && value.trim() !== "") return value;
  }
  for (const name of ["release", "step", "decision", "record", "said", "finding", "action"]) {
    const inner = (contents as Record<string, unknown>)[name];
    const value = typeof inner === "object" && inner !== null ? reasonOf(inner) : null;
    if (value !== null) return value;
  }
  return null;
}

import type { RecordKind } from "./trail-groups";

/** Every address of the product, built in one place. `workspace` is the workspace's slug. */
const w = (workspace: string) => `/w/${encodeURIComponent(workspace)}`;

const RECORD_FOLDER = {
  supplier: "suppliers",
  import: "imports",
  match: "matches",
  finding: "findings",
  action: "actions",
  repayment: "repayments",
  category: "categories",
  lot: "lots",
  check: "checks",
  contract: "contracts",
  report: "reports",
  judgement: "commitments/judgements",
} as const satisfies Readonly<Record<Exclude<RecordKind, "plan">, string>>;

export const paths = {
  home: () => "/",
  login: (next?: string) => (next && next !== "/" ? `/login?next=${encodeURIComponent(next)}` : "/login"),
  signup: () => "/signup",
  /** The second step of a sign-in. */
  loginCode: (next?: string) => `/login/code${next && next !== "/" ? `?next=${encodeURIComponent(next)}` : ""}`,
  forgot: () => "/forgot",
  /** Where the link that replaces a forgotten password leads. */
  reset: (token: string) => `/reset/${token}`,
  /** What belongs to the person; `anchor` is a part of the page. */
  account: (anchor = "") => `/account${anchor && `#${anchor}`}`,
  accountExport: () => "/account/export.json",
  /** Where an invitation's link leads. */
  invitation: (token: string) => `/invite/${token}`,
  logout: () => "/logout",
  language: () => "/language",
  theme: () => "/theme",
  shortcuts: () => "/shortcuts",
  /** What the palette offers whatever the page: JSON. */
  palette: () => "/palette",
  workspaces: () => "/workspaces",
  /** The model in force. */
  methodHome: () => "/method",
  /** A released model or variant; `anchor` is a part of the page. */
  method: (version: string, anchor = "") => `/method/${version}${anchor && `#${anchor}`}`,
  methodWorked: (version: string, caseId = "") => `/method/${version}/worked${caseId && `?case=${caseId}`}`,
  methodStudy: (version: string, anchor = "") => `/method/${version}/study${anchor && `#${anchor}`}`,
  methodCoverage: (version: string) => `/method/${version}/coverage`,
  methodSources: (sourceId = "") => `/method/sources${sourceId && `#source-${encodeURIComponent(sourceId)}`}`,
  workspace: (workspace: string) => w(workspace),
  newImport: (workspace: string) => `${w(workspace)}/imports/new`,
  upload: (workspace: string, fileName: string) =>
    `${w(workspace)}/imports/upload?name=${encodeURIComponent(fileName)}`,
  import: (workspace: string, importId: string) => `${w(workspace)}/imports/${importId}`,
  importProgress: (workspace: string, importId: string) => `${w(workspace)}/imports/${importId}/progress`,
  importRows: (workspace: string, importId: string) => `${w(workspace)}/imports/${importId}/rows.csv`,
  importCorrections: (workspace: string, importId: string) => `${w(workspace)}/imports/${importId}/rows.xlsx`,
  importDifferences: (workspace: string, importId: string, kind: string) =>
    `${w(workspace)}/imports/${importId}/differences.csv?kind=${kind}`,
  importOriginal: (workspace: string, importId: string) => `${w(workspace)}/imports/${importId}/original`,
  importSector: (workspace: string, text: string) =>
    `${w(workspace)}/imports/sector?text=${encodeURIComponent(text.trim())}`,
  guide: (workspace: string) => `${w(workspace)}/guide`,
  /** The trail of what was decided; `query` as `trailAddress` makes it. */
  trail: (workspace: string, query = "") => `${w(workspace)}/trail${query && `?${query}`}`,
  trailFile: (workspace: string, format: "csv" | "jsonl", query = "") =>
    `${w(workspace)}/trail.${format}${query && `?${query}`}`,
  /** What was known at the end of a day. */
  trailOn: (workspace: string, day = "") => `${w(workspace)}/trail/on${day && `?day=${day}`}`,
  /** Comments and sign-offs of a record. */
  notes: (workspace: string, kind: string, id: string) => `${w(workspace)}/notes/${kind}/${encodeURIComponent(id)}`,
  /** A record's own page. */
  record: (workspace: string, kind: RecordKind, id: string) =>
    kind === "plan" ? paths.planRecord(workspace, id) : `${w(workspace)}/${RECORD_FOLDER[kind]}/${id}`,
  packs: (workspace: string) => `${w(workspace)}/packs`,
  packFile: (workspace: string, packId: string) => `${w(workspace)}/packs/${encodeURIComponent(packId)}.zip`,
  signingKey: () => "/.well-known/candour-key",
  settings: (workspace: string) => `${w(workspace)}/settings`,
  workspaceExport: (workspace: string) => `${w(workspace)}/export.zip`,
  members: (workspace: string) => `${w(workspace)}/members`,
  help: (workspace: string) => `${w(workspace)}/help`,
  find: (workspace: string, words: string) => `${w(workspace)}/find?words=${encodeURIComponent(words)}`,
  model: (workspace: string) => `${w(workspace)}/model`,
  modelMoves: (workspace: string, format: "csv" | "xlsx", from: string, to: string) =>
    `${w(workspace)}/model/moves.${format}?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`,
  suppliers: (workspace: string, query = "") => `${w(workspace)}/suppliers${query && `?${query}`}`,
  suppliersChange: (workspace: string, query = "") => `${w(workspace)}/suppliers/change${query && `?${query}`}`,
  supplier: (workspace: string, supplierId: string) => `${w(workspace)}/suppliers/${supplierId}`,
  recruitment: (workspace: string, supplierId: string, query = "") =>
    `${w(workspace)}/suppliers/${supplierId}/recruitment${query && `?${query}`}`,
  /** The supplier's page after an answer about a material was saved or taken back; `batch` names it. */
  supplierMaterials: (workspace: string, supplierId: string, batch: string) =>
    `${w(workspace)}/suppliers/${supplierId}?material=${encodeURIComponent(batch)}#materials`,
  materials: (workspace: string, supplierId: string) => `${w(workspace)}/suppliers/${supplierId}/materials`,
  questionSheet: (workspace: string, supplierId: string, language: string) =>
    `${w(workspace)}/suppliers/${supplierId}/recruitment/sheet?language=${language}`,
  questionSheetText: (workspace: string, supplierId: string, language: string) =>
    `${w(workspace)}/suppliers/${supplierId}/recruitment/sheet.txt?language=${language}`,
  /** Pairs of suppliers and entries of lists. */
  matches: (workspace: string, query = "") => `${w(workspace)}/matches${query && `?${query}`}`,
  match: (workspace: string, matchId: string) => `${w(workspace)}/matches/${matchId}`,
  /** Suppliers that may be one. */
  duplicates: (workspace: string, query = "") => `${w(workspace)}/duplicates${query && `?${query}`}`,
  /** Firms that belong together; `key` names one group. */
  groups: (workspace: string, key = "") => `${w(workspace)}/groups${key && `?key=${encodeURIComponent(key)}`}`,
  /** The lists suppliers are compared with; `anchor` is a part of the page. */
  lists: (workspace: string, query = "", anchor = "") =>
    `${w(workspace)}/lists${query && `?${query}`}${anchor && `#${anchor}`}`,
  /** The form for a finding about a supplier. */
  newFinding: (workspace: string, supplierId: string) =>
    `${w(workspace)}/findings/new?supplier=${encodeURIComponent(supplierId)}`,
  finding: (workspace: string, findingId: string, query = "") =>
    `${w(workspace)}/findings/${findingId}${query && `?${query}`}`,
  /** The form for a document of a supplier, or of what it backs: `finding=…`, `action=…`, `repayment=…`. */
  newEvidence: (workspace: string, supplierId: string, backs = "") =>
    `${w(workspace)}/evidence/new?supplier=${encodeURIComponent(supplierId)}${backs && `&${backs}`}`,
  evidenceFile: (workspace: string, evidenceId: string) => `${w(workspace)}/evidence/${evidenceId}/file`,
  /** Somebody may be in danger: what stops messages, and who can help. */
  danger: (workspace: string, supplierId: string) => `${w(workspace)}/suppliers/${supplierId}/danger`,
  disclosure: (workspace: string, supplierId = "") =>
    `${w(workspace)}/disclosure${supplierId && `?supplier=${encodeURIComponent(supplierId)}`}`,
  disclosureFile: (workspace: string) => `${w(workspace)}/disclosure.csv`,
  /** Who is to be asked the five questions. */
  toAsk: (workspace: string, query = "") => `${w(workspace)}/recruitment${query && `?${query}`}`,
  /** Corridors, fee rules and costs; `anchor` is a part of the page. */
  corridors: (workspace: string, query = "", anchor = "") =>
    `${w(workspace)}/corridors${query && `?${query}`}${anchor && `#${anchor}`}`,
  ownRowsFile: (workspace: string) => `${w(workspace)}/corridors.csv`,
  understand: (workspace: string, query = "") => `${w(workspace)}/understand${query && `?${query}`}`,
  sectorOfWords: (workspace: string, words: string) =>
    `${w(workspace)}/understand/sector?words=${encodeURIComponent(words)}`,
  /** What is done until workers are repaid: actions, findings, repayments, decisions. */
  followUp: (workspace: string, query = "") => `${w(workspace)}/follow-up${query && `?${query}`}`,
  followUpFile: (workspace: string, format: "csv" | "xlsx" | "ics", query = "") =>
    `${w(workspace)}/follow-up.${format}${query && `?${query}`}`,
  action: (workspace: string, actionId: string) => `${w(workspace)}/actions/${actionId}`,
  newAction: (workspace: string, supplierId: string, findingId = "") =>
    `${w(workspace)}/actions/new?supplier=${supplierId}${findingId && `&finding=${encodeURIComponent(findingId)}`}`,
  repayment: (workspace: string, groupId: string) => `${w(workspace)}/repayments/${groupId}`,
  newRepayment: (workspace: string, supplierId: string, actionId = "") =>
    `${w(workspace)}/repayments/new?supplier=${supplierId}${actionId && `&action=${encodeURIComponent(actionId)}`}`,
  supplierDecision: (workspace: string, supplierId: string) => `${w(workspace)}/suppliers/${supplierId}/decision`,
  plan: (workspace: string, query = "") => `${w(workspace)}/plan${query && `?${query}`}`,
  planRecord: (workspace: string, planId: string) => `${w(workspace)}/plan/print?plan=${encodeURIComponent(planId)}`,
  suppliersFile: (workspace: string, format: "csv" | "xlsx", query = "") =>
    `${w(workspace)}/suppliers.${format}${query && `?${query}`}`,
  tenders: (workspace: string, anchor = "") => `${w(workspace)}/tenders${anchor && `#${anchor}`}`,
  newCategory: (workspace: string, query = "") => `${w(workspace)}/categories/new${query && `?${query}`}`,
  category: (workspace: string, categoryId: string) => `${w(workspace)}/categories/${categoryId}`,
  categoryFile: (workspace: string, categoryId: string) => `${w(workspace)}/categories/${categoryId}/record.json`,
  commitments: (workspace: string, query = "", anchor = "") =>
    `${w(workspace)}/commitments${query && `?${query}`}${anchor && `#${anchor}`}`,
  /** One row of the table. */
  commitment: (workspace: string, commitmentId: string, query = "", anchor = "") =>
    `${w(workspace)}/commitments/${encodeURIComponent(commitmentId)}${query && `?${query}`}${anchor && `#${anchor}`}`,
  commitmentsEvidence: (workspace: string, query = "", anchor = "") =>
    `${w(workspace)}/commitments/evidence${query && `?${query}`}${anchor && `#${anchor}`}`,
  commitmentsEvidenceFile: (workspace: string, query = "") =>
    `${w(workspace)}/commitments/evidence.csv${query && `?${query}`}`,
  /** Lots of procedures, the checks of their bidders, and what is filed of them. */
  newLot: (workspace: string, categoryId = "") => `${w(workspace)}/lots/new${categoryId && `?category=${categoryId}`}`,
  lot: (workspace: string, lotId: string) => `${w(workspace)}/lots/${lotId}`,
  check: (workspace: string, checkId: string, query = "", anchor = "") =>
    `${w(workspace)}/checks/${checkId}${query && `?${query}`}${anchor && `#${anchor}`}`,
  checkMemo: (workspace: string, checkId: string) => `${w(workspace)}/checks/${checkId}/memo`,
  newContract: (workspace: string, checkId = "") => `${w(workspace)}/contracts/new${checkId && `?check=${checkId}`}`,
  contract: (workspace: string, contractId: string) => `${w(workspace)}/contracts/${contractId}`,
  /** What the bidder may inspect of its own check. */
  bidderFile: (workspace: string, checkId: string) => `${w(workspace)}/checks/${checkId}/bidder`,
  /** The buyer's own part in demand; `#add-…` opens a form. */
  demand: (workspace: string, query = "", anchor = "") =>
    `${w(workspace)}/demand${query && `?${query}`}${anchor && `#${anchor}`}`,
  reports: (workspace: string, query = "") => `${w(workspace)}/reports${query && `?${query}`}`,
  report: (workspace: string, reportId: string, query = "", anchor = "") =>
    `${w(workspace)}/reports/${reportId}${query && `?${query}`}${anchor && `#${anchor}`}`,
  reportFile: (workspace: string, reportId: string, format: "pdf" | "xlsx" | "csv" | "json" | "register") =>
    `${w(workspace)}/reports/${reportId}/file/${format}`,
  /** What a report's JSON file holds: JSON Schema. */
  reportSchema: () => "/reports/schema.json",
  register: (workspace: string, format: "csv" | "xlsx" | "pdf") => `${w(workspace)}/register.${format}`,
} as const;

/** The same address as known on a past day, `YYYY-MM-DD`; a part of the page stays named. */
export function onDay(to: string, day: string): string {
  const [address = "", anchor] = to.split("#");
  return `${address}${address.includes("?") ? "&" : "?"}on=${day}${anchor === undefined ? "" : `#${anchor}`}`;
}

/** A path of this site to go on to, else `fallback`: never another host. */
export function safeNext(next: unknown, fallback: string): string {
  if (typeof next !== "string" || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return fallback;
  return next;
}

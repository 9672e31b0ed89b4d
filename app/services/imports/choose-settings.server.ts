import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { Problem } from "../../lib/problem";
import { newJob } from "../jobs/new-job";
import { changeImport, findImport, type ImportRecord } from "./import-record.server";
import { asConflict } from "./publish-import.server";
import { proposalFor } from "./read-list.server";
import { readAsLastTime, rememberReading } from "./remember-reading.server";
import { defaultSettings, type ImportSettings } from "./settings";

/** States in which a person may still say how the file is to be read. */
const OPEN = new Set(["mapping", "preview", "failed"]);

/** Sheet, encoding, delimiter: the file has to be opened anew. */
const reopens = (before: ImportSettings, after: ImportSettings) =>
  before.sheet !== after.sheet || before.encoding !== after.encoding || before.delimiter !== after.delimiter;

/** What is left of the choices when the file is opened anew: corrected rows take everything else from the list they are of. */
function anew({ inspection }: ImportRecord, chosen: ImportSettings): ImportSettings {
  const { sheet, encoding, delimiter } = chosen;
  if (inspection?.correction) return { ...defaultSettings(), sheet, encoding, delimiter };
  return { ...chosen, mapping: null, readAs: null };
}

async function openImport(db: Database, scope: Scope, importId: string): Promise<ImportRecord> {
  const seen = await findImport(db, scope, importId);
  if (!OPEN.has(seen.state)) throw new Problem("import.not-open", "This import is not waiting for choices.", {}, 409);
  return seen;
}

/**
 * Keeps how the file is to be read and does what follows: opens it anew when sheet, encoding or delimiter changed, shows
 * the mapping again when the header moved (or when it is only to be looked at: `build` false), else builds the preview.
 */
export async function chooseSettings(
  db: Database,
  scope: Scope,
  importId: string,
  settings: ImportSettings,
  now: Date,
  { build = true }: { readonly build?: boolean } = {},
): Promise<void> {
  const seen = await openImport(db, scope, importId);
  const changed = event("import.settings-changed", { importId, settings });
  const { jobs } = db.t;
  if (!seen.inspection || reopens(seen.settings, settings)) {
    await db
      .commit(scope, changed, (q) => [
        changeImport(
          db,
          q,
          seen,
          {
            state: "received",
            settings: anew(seen, settings),
            inspection: null,
            problem: null,
          },
          now,
        ),
        q.insert(jobs).values(newJob("import.inspect", { importId }, scope.workspaceNo, now)),
      ])
      .catch(asConflict);
    return;
  }
  const moved = seen.settings.header !== settings.header;
  const { file } = seen.inspection;
  const open = moved ? { ...settings, mapping: null, readAs: null } : settings;
  const fresh = proposalFor(file, open);
  const { settings: chosen, proposal } = (moved && (await readAsLastTime(db, scope, file, fresh, open))) || {
    settings: open,
    proposal: fresh,
  };
  const builds = build && !moved;
  if (builds && proposal.mapping.name === undefined)
    throw new Problem("mapping.no-name", "No column is chosen as the supplier's name. Choose one.", {}, 422);
  await db
    .commit(scope, changed, (q) => [
      changeImport(
        db,
        q,
        seen,
        {
          state: builds ? "building" : "mapping",
          settings: chosen,
          inspection: { ...seen.inspection!, proposal },
          problem: null,
        },
        now,
      ),
      ...(!builds
        ? []
        : [
            ...rememberReading(db, q, scope, { importId, proposal, settings: chosen }, now),
            q.insert(jobs).values(newJob("import.build", { importId }, scope.workspaceNo, now)),
          ]),
    ])
    .catch(asConflict);
}

/**
 * Leaves the reading of last time aside: the columns, numbers and dates are those the program itself proposes, and nothing
 * holds for the whole list. What is remembered stays until another reading is chosen.
 */
export async function takeProposal(db: Database, scope: Scope, importId: string, now: Date): Promise<void> {
  const seen = await openImport(db, scope, importId);
  if (!seen.inspection) throw new Problem("import.not-open", "This import is not waiting for choices.", {}, 409);
  const { sheet, encoding, delimiter, header, ledgerTotals } = seen.settings;
  const settings: ImportSettings = {
    ...defaultSettings(),
    sheet,
    encoding,
    delimiter,
    header,
    ledgerTotals,
    useMemory: false,
  };
  const proposal = proposalFor(seen.inspection.file, settings);
  await db
    .commit(scope, event("import.settings-changed", { importId, settings }), (q) => [
      changeImport(db, q, seen, { state: "mapping", settings, inspection: { ...seen.inspection!, proposal } }, now),
    ])
    .catch(asConflict);
}

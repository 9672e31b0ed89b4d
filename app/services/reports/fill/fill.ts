import type { Database, Scope } from "../../../../db/database";
import type { Attachment } from "../../../reports/model";
import type { ReportSettings } from "../../../reports/settings";
import type { Fillings } from "../../../reports/template";
import type { ToldList } from "../told-list.server";
import type { SharedFacts } from "./shared-facts.server";

/** What a report is made for. */
export interface FillContext {
  readonly settings: ReportSettings;
  readonly variant: string;
  readonly now: Date;
  /** Files that were kept with the report when it went to review; none while it is a draft. */
  readonly attachments: readonly Attachment[];
  /** The list it tells of; left out: that of its period. */
  readonly list?: ToldList;
}

/** What the records of a workspace say of the points of one type of report, by the point. */
export type Fill = (
  db: Database,
  scope: Scope,
  context: FillContext & { readonly shared: SharedFacts },
) => Promise<Fillings>;

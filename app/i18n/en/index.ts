import { ISSUE_TEXTS } from "../../imports/issue-texts";
import { account } from "./account";
import { common } from "./common";
import { fields } from "./fields";
import { imports } from "./imports";
import { problems } from "./problems";
import {
  answer,
  ask,
  change,
  concern,
  floorLiftedBy,
  likelihood,
  missing,
  origin,
  reason,
  reasonBlank,
  severity,
  unit,
} from "./reasons";
import { risk } from "./risk";
import { supplier, suppliers } from "./suppliers";
import { understand } from "./understand";
import { workspace } from "./workspace";

/** Every English sentence of the product, by subject. */
export const catalogue = {
  common,
  account,
  workspace,
  imports,
  understand,
  field: fields,
  issue: ISSUE_TEXTS.en,
  suppliers,
  supplier,
  risk,
  reason,
  reasonBlank,
  missing,
  concern,
  ask,
  change,
  floorLiftedBy,
  answer,
  unit,
  origin,
  likelihood,
  severity,
  problem: problems,
} as const;

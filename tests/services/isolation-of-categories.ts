/** What the isolation test asks of category assessments and of who the buyer is: with the scope of one workspace and the ids of another. */
import { categoryStory, newestCategories, requireCategory } from "../../app/services/categories/category-record.server";
import { fileCategory, type ToFile } from "../../app/services/categories/file-category.server";
import { buyerProfile } from "../../app/services/commitments/buyer.server";
import { commitmentsView } from "../../app/services/commitments/commitments-view.server";
import { stateBuyer } from "../../app/services/commitments/state-buyer.server";
import { categoryCards } from "../../app/lib/tenders-page.server";
import type { Database, Scope } from "../../db/database";
import * as stored from "../../db/queries/categories";
import { A_DAY } from "../builders";
import {
  COMMITMENT_SAYS_NOT_FOUND,
  commitmentChanges,
  commitmentReads,
  type JudgedPlace,
} from "./isolation-of-commitments";

export interface CategoryPlace extends JudgedPlace {
  readonly categoryId: string;
}
interface Place extends CategoryPlace {
  readonly scope: Scope;
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

const shirts = (word: string): ToFile => ({
  input: {
    title: `Shirts for ${word}`,
    codes: ["18332000-5"],
    origins: ["BD"],
    originUnknown: false,
    places: [],
    placeUnknown: false,
    buyer: "DE",
    regime: "eu",
  },
  measures: ["labourLaw"],
  ownText: `Asked by ${word}`,
  corrects: null,
});
const profile = (country: string) =>
  ({ country, body: "public", size: null, buys: "both", sector: "O", sellsTo: [] }) as const;

/** A filed assessment with the workspace's own word in it; who the buyer is was stated by this member. */
export async function aCategory(db: Database, scope: Scope, word: string, memberId: string): Promise<string> {
  await stateBuyer(db, { ...scope, userId: memberId }, { ...profile("DE"), sellsTo: [] }, A_DAY);
  return (await fileCategory(db, scope, shirts(word), A_DAY)).id;
}

const NOTHING_ASKED = {
  words: "no row has these words",
  jurisdiction: null,
  binds: null,
  theme: null,
  when: null,
  by: null,
  confidence: null,
  forUs: false,
} as const;

export const categoryReads = (db: () => Database): Asked => ({
  ...commitmentReads(db),
  "db/queries/categories.ts findCategory": (scope, of) => stored.findCategory(db(), scope, of.categoryId),
  "db/queries/categories.ts versionsOfCategory": (scope) => stored.versionsOfCategory(db(), scope, 1),
  "db/queries/categories.ts categoryTitles": (scope) => stored.categoryTitles(db(), scope, 9),
  "db/queries/categories.ts listCategories": (scope) => stored.listCategories(db(), scope, 9),
  "db/queries/categories.ts findBuyerProfile": (scope) => stored.findBuyerProfile(db(), scope),
  "app/services/categories/category-record.server.ts requireCategory": (scope, of) =>
    requireCategory(db(), scope, of.categoryId),
  "app/services/categories/category-record.server.ts categoryStory": (scope, of) =>
    categoryStory(db(), scope, of.categoryId),
  "app/services/categories/category-record.server.ts newestCategories": async (scope) => [
    await newestCategories(db(), scope, 9),
    await categoryCards(db(), scope, "en"),
  ],
  "app/services/commitments/buyer.server.ts buyerProfile": (scope) => buyerProfile(db(), scope),
  "app/services/commitments/commitments-view.server.ts commitmentsView": (scope) =>
    commitmentsView(db(), scope, NOTHING_ASKED, { first: 0, most: 1 }, "2026-03-02"),
});

export const categoryChanges = (db: () => Database): Asked => ({
  ...commitmentChanges(db),
  "app/services/categories/file-category.server.ts fileCategory": (scope, of) =>
    fileCategory(db(), scope, { ...shirts("others"), corrects: { id: of.categoryId, reason: "Once more." } }, A_DAY),
  "app/services/commitments/state-buyer.server.ts stateBuyer": (scope) =>
    stateBuyer(db(), scope, { ...profile("GB"), sellsTo: [] }, A_DAY),
});

/** Asked for an id of another workspace, these say that there is nothing. */
export const CATEGORY_SAYS_NOT_FOUND = [
  ...COMMITMENT_SAYS_NOT_FOUND,
  "app/services/categories/category-record.server.ts requireCategory",
  "app/services/categories/category-record.server.ts categoryStory",
  "app/services/categories/file-category.server.ts fileCategory",
] as const;

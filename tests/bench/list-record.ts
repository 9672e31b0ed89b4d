/** One clean record of the bench's supplier list, from (seed, index) alone. */
import { LIST_COUNTRIES, type ListCountry } from "./list-countries";
import { scatter24, weighted, type Draw } from "./list-draw";
import { FAMILIES, QUALIFIERS } from "./list-goods";

/** The columns, in order. */
export const LIST_COLUMNS = [
  "supplier_id",
  "supplier_name",
  "country",
  "city",
  "address",
  "product_description",
  "hs_code",
  "isic_code",
  "cpv_code",
  "annual_spend_eur",
  "tier",
  "workers",
  "migrant_worker_share",
  "agency_worker_share",
  "uses_labour_agents",
  "recruitment_fees_paid_by_workers",
  "average_recruitment_fee_usd",
  "passport_retention",
  "grievance_mechanism",
  "parent_company",
  "contact_email",
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];
export type ListRecord = Record<ListColumn, string>;

const LATIN =
  "bal kor ven dra mis tol ra fen gri pol sar nim lu tha que zor mar del pi hun ost bre ka ril vo san tem ju lin far go nel wex ba dor ciu rem tar ple gan hol ves mi ruk lan ter bo sid nor fal quen ti ram el dun so kel cam pra ze lor vin mu sten gar".split(
    " ",
  );
const CYRILLIC =
  "бал кор вен дра мис тол ра фен гри пол сар ним лу тем зор мар дел пи хун ост бре ка рил во сан тер ю лин фар го нел век ба дор цин рем тар пле ган хол вес ми рук лан тур бо сид нор фал ке ти рам эл дун со кел кам пра зе лор вин му стен гар".split(
    " ",
  );
const HAN = Array.from(
  "华东海盛隆泰宏新金龙瑞祥德信美联恒通达康嘉永利兴光明远大丰源鑫成和顺安中天地福万宝百胜立正方圆江山春秋白云青松石玉林泉文",
);
const STREETS = [
  "Mill Road",
  "Station Street",
  "Industrial Area 4",
  "Harbour Way",
  "Rue du Port",
  "ул. Заводская",
  "工业路",
  "Calle Mayor",
  "Hauptstraße",
  "Zona Industriale",
];
const TRADES = ["", "", "Trading", "Industries", "Manufacturing", "Services", "Export", "Group", "Works", "Solutions"];
const MAILBOXES = ["info", "sales", "office", "export", "post"];
const PARENTS = Array.from({ length: 400 }, (_, at) => `${syllables(LATIN, scatter24(at * 7919, 11), 3)} Holding`);

const pickCountry = weighted(LIST_COUNTRIES.map((country) => country.weight));

/** A name of `count` syllables out of the bits of `bits`; the first letter is a capital. */
function syllables(table: readonly string[], bits: number, count: number): string {
  let text = "";
  for (let at = 0; at < count; at++) text += table[(bits >>> (6 * at)) & 63] ?? "";
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export interface RecordOptions {
  readonly seed: number;
  /** How the country is written: its English name, its two letters, or mostly the name with codes and other spellings between. */
  readonly country: "name" | "iso2" | "mixed";
}

export const emptyRecord = (): ListRecord =>
  Object.fromEntries(LIST_COLUMNS.map((column) => [column, ""])) as ListRecord;

const share = (fraction: number): string => Math.min(1, Math.max(0, fraction)).toFixed(2);

/** Fills `record` with supplier `index`; returns its country and its spend in cents. */
export function fillRecord(
  record: ListRecord,
  index: number,
  options: RecordOptions,
  draw: Draw,
): { country: ListCountry; spendCents: number } {
  draw.start(options.seed, index, 1);
  const country = LIST_COUNTRIES[pickCountry(draw)]!;
  const family = draw.pick(FAMILIES);
  const bits = scatter24(index & 0xffffff, options.seed);
  const native = country.script !== "latin" && draw.chance(country.script === "han" ? 0.25 : 0.7);
  const city = draw.pick(country.cities);
  const core = syllables(native ? (country.script === "han" ? HAN : CYRILLIC) : LATIN, bits, 4);
  const trade = native ? "" : draw.pick(TRADES);
  const form = draw.pick(country.forms);

  record.supplier_id = `V${String(index + 1).padStart(8, "0")}`;
  record.supplier_name =
    native && country.script === "han" ? `${core}有限公司` : `${core}${trade && " "}${trade} ${form}`;
  record.country =
    options.country === "name" || (options.country === "mixed" && draw.chance(0.75))
      ? country.name
      : options.country === "iso2" || draw.chance(0.6)
        ? country.iso2
        : draw.pick(country.spellings);
  record.city = city;
  record.address = `${draw.pick(STREETS)} ${1 + draw.whole(980)}${draw.chance(0.6) ? `, ${10000 + draw.whole(89999)}` : ""}${draw.chance(0.5) ? `, ${city}` : ""}`;
  record.product_description = draw.pick(QUALIFIERS[family.kind]).replace("*", draw.pick(family.nouns));
  record.hs_code = family.hs.length === 0 ? "" : draw.pick(family.hs);
  record.isic_code = family.isic;
  record.cpv_code = family.cpv;

  const spendCents = Math.round(draw.around(2_600_000, 1.7));
  record.annual_spend_eur = (spendCents / 100).toFixed(2);
  record.tier = draw.chance(0.7) ? "1" : draw.chance(0.7) ? "2" : "3";
  record.workers = draw.chance(0.84)
    ? String(1 + Math.round(draw.around(family.kind === "service" ? 60 : 190, 1.2)))
    : "";

  const answered = draw.chance(0.55);
  const migrants = country.migrants * (0.4 + 1.1 * draw.next());
  record.migrant_worker_share = answered || draw.chance(0.2) ? share(migrants) : "";
  record.agency_worker_share = answered || draw.chance(0.2) ? share(draw.chance(0.4) ? draw.next() * 0.5 : 0) : "";
  const silence = (): string => (draw.chance(0.6) ? "" : "unknown");
  const agents = answered ? draw.chance(Math.min(0.85, 0.12 + migrants)) : false;
  const paid = agents && draw.chance(0.4);
  record.uses_labour_agents = answered ? (agents ? "yes" : "no") : silence();
  record.recruitment_fees_paid_by_workers = answered ? (paid ? "yes" : "no") : silence();
  record.average_recruitment_fee_usd = paid ? String(Math.round(draw.around(900, 0.7))) : "";
  record.passport_retention = answered ? (draw.chance(migrants * 0.25) ? "yes" : "no") : silence();
  record.grievance_mechanism = answered ? (draw.chance(0.6) ? "yes" : draw.chance(0.7) ? "no" : "partial") : silence();
  record.parent_company = draw.chance(0.28) ? draw.pick(PARENTS) : "";
  record.contact_email = draw.chance(0.8) ? `${draw.pick(MAILBOXES)}@v${(index + 1).toString(36)}.example` : "";
  return { country, spendCents };
}

/**
 * An invented month of payments in the shape in which English councils publish them: payee, amount, date, expenditure code and a
 * narrative; no country, no fees, no origin. A few codes carry most of the spend and many carry little, as in real ones.
 */

interface Account {
  readonly name: string;
  readonly category: string;
  /** What a buyer who knows the council would type where nothing is proposed. */
  readonly words: string;
  readonly narratives: readonly string[];
}

const supplies = "Supplies and Services";
const premises = "Premises";
const transport = "Transport";
const employees = "Employees";
const transfers = "Transfer Payments";

const account = (name: string, category: string, words: string, ...narratives: string[]): Account => ({
  name,
  category,
  words,
  narratives,
});

/** Largest spend first. */
export const ACCOUNTS: readonly Account[] = [
  account("Plant and Equipment", supplies, "refuse collection vehicles", "", "", "PO 4411907"),
  account("Payments to Main Contractors", supplies, "building works", "", "Valuation 4", ""),
  account("Planned Maintenance", premises, "building repairs", "237540/1", "kitchen 14 Mill Row", ""),
  account("Agency Staff", employees, "employment agency", "W/E 08/01/2026", "week ending 15 January 2026"),
  account("Waste Disposal", premises, "waste disposal", "GREEN WASTE IN", "mixed recyclate December"),
  account("Other Services", supplies, "office services", "", "see attached", ""),
  account("Stock Purchases", supplies, "diesel fuel", "", "stores 81", ""),
  account("Disabled Facilities Adaptations", transfers, "building works", "level access shower", ""),
  account("Grants to Voluntary Bodies", transfers, "", "Quarter 4 grant", ""),
  account("Council Tax Refunds", transfers, "", "account closed", ""),
  account("Cleaning Contract", premises, "cleaning", "depot", "offices Jan 2026"),
  account("Grounds Maintenance", premises, "landscaping", "", "parks"),
  account("Software Licences", supplies, "software", "annual licence", ""),
  account("External Security", supplies, "security guards", "CONTRACT GUARDING", ""),
  account("Telephones", supplies, "telephone services", "line rental", ""),
  account("Hire of Vehicles", transport, "vehicle hire", "van hire", ""),
  account("Vehicle Spares", transport, "motor vehicle parts", "CLARO RD", ""),
  account("Tyres", transport, "tyres", "", "GOODS AND SERVICES"),
  account("Heating Maintenance", premises, "plumbing and heating", "boiler service", ""),
  account("Electrical Repairs", premises, "electrical installation", "", "socket"),
  account("Temporary Accommodation", transfers, "hotels", "nightly rate", ""),
  account("Catering Purchases", supplies, "food wholesale", "canteen", ""),
  account("Protective Clothing", employees, "work wear", "boots", "hi vis jackets"),
  account("Laundry", premises, "laundry", "", "towels"),
  account("Printing", supplies, "printing", "leaflets", ""),
  account("Consultants", supplies, "consultancy", "", "design review"),
  account("Legal Fees", supplies, "lawyers", "", "conveyance"),
  account("Training Courses", employees, "training", "", "first aid"),
  account("Gas", premises, "gas supply", "", "site 12"),
  account("Electricity", premises, "electricity supply", "", "unmetered"),
  account("Water", premises, "water supply", "", ""),
  account("Insurance", supplies, "insurance", "", ""),
  account("Advertising", supplies, "advertising", "", "notice"),
  account("Stationery", supplies, "stationery", "", "paper"),
  account("Postage", supplies, "postal services", "", ""),
  account("Subscriptions", supplies, "membership organisations", "", ""),
  account("Furniture", supplies, "furniture", "desks", ""),
  account("Pest Control", premises, "pest control", "", ""),
  account("Tree Works", premises, "tree surgery", "", "crown lift"),
  account("Market Stalls", supplies, "tents", "", ""),
  account("Skip Hire", premises, "waste collection", "skip", ""),
  account("Road Materials", transport, "asphalt", "", ""),
  account("Taxis", transport, "taxi", "", ""),
  account("Fuel Cards", transport, "petrol", "Fuel", ""),
  account("Artists and Performers", supplies, "performing arts", "", "fee"),
  account("Ticketing", supplies, "ticket agency", "", ""),
  account("Books", supplies, "books", "", ""),
  account("Audit", supplies, "audit", "", ""),
  account("Bank Charges", supplies, "banking", "", ""),
  account("Veterinary", supplies, "veterinary", "", ""),
];

const FIRST =
  "Aldbrook Birkstow Caverley Dunmoor Eskdene Fenwickby Garthorpe Holmstead Ingleby Jervale Kirkwith Langthwaite Marfield Netherby Ousegate Pickholme Quernby Ripholm Skelbeck Thornwith Ulleskirk Wharfden Yarmby Zealholme".split(
    " ",
  );
const SECOND = "Group,Partners,Brothers,Northern,Vale,and Sons,Holdings,Trading,Direct,Associates".split(",");

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const HEADER =
  "Body Name,Expenditure Category,Service Label,Expenditure Code,Payment date,Supplier Name,Transaction No.,Net Amount,Narrative";

/** The ledger as CSV: about 1,000 payments to about 240 payees. Payees of an account keep to it, but for some who stand in two. */
export function councilLedger(): string {
  const draw = draws(20_260_117);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(draw() * from.length)]!;
  const lines = [HEADER];
  let transaction = 4_665_000;
  const line = (of: Account, payee: string, amount: number) => {
    const day = String(1 + Math.floor(draw() * 28)).padStart(2, "0");
    transaction += 1 + Math.floor(draw() * 40);
    lines.push(
      `Wharfdale Borough Council,${of.category},Community,${of.name},2026-01-${day},${payee},${transaction},${amount.toFixed(2)},${pick(of.narratives)}`,
    );
  };
  ACCOUNTS.forEach((of, rank) => {
    // Spend falls with the rank as it does in such ledgers: the first code has a third, the tail little each.
    const spend = 900_000 / (rank + 1) ** 1.25;
    const payees = Array.from(
      { length: 2 + Math.floor(draw() * 6) },
      (_, at) => `${FIRST[(rank * 5 + at * 7) % FIRST.length]} ${SECOND[(rank + at * 3) % SECOND.length]} Ltd`,
    );
    const rows = 8 + Math.floor(draw() * 24);
    const parts = Array.from({ length: rows }, () => draw() ** 3 + 0.01);
    const sum = parts.reduce((a, b) => a + b, 0);
    for (const part of parts) line(of, pick(payees), (spend * part) / sum);
    if (rank % 9 === 4) line(of, pick(payees), -spend / 40);
  });
  const other = ACCOUNTS[5]!;
  for (const amount of [61_200, 8_400, 12_000]) line(other, "NORTH WHARFDALE COUNTY COUNCIL", amount);
  for (const amount of [312.5, 90]) line(other, "Mrs Jane Smith", amount);
  line(other, "Redacted personal data", 1_450);
  return `${lines.join("\n")}\n`;
}

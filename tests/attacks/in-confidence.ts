/** What somebody is answered at every address, so that two moments can be compared byte by byte. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { addDocument } from "../../app/services/evidence/protected-document.server";
import { findingFor } from "../../app/services/findings/findings-view.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { confirmSettlement, proposeSettlement } from "../../app/services/findings/settle-finding.server";
import type { Scope } from "../../db/database";
import { newId } from "../../db/ids";
import { scopeOf } from "../builders";
import { inTurns, type Attacker } from "./attacker";
import { addressOf, type Route } from "./routes";
import type { World } from "./world";

/** What is told, and stands in no answer to anybody without the right. */
export const SECRET = "Nightshiftqz";

/**
 * Addresses whose answer changes by design (the trail, a nameless event with a hash for each change) or with the minute (PDF).
 * `docs/threat-model.md` and the data-protection impact assessment name them.
 */
const CHANGES = /^routes\/w\.\$workspace\.(?:trail|.*\[\.\]pdf$)/u;

/** What a file, and the preview of a report that is no more than a draft, says of when it was made. */
const MADE_AT = /DTSTAMP:\w+|"Made","[^"]+ UTC, by |,Made,,,,"[^"]+ UTC, by /gu;

/** The same address as of a day. */
export const asOf = (address: string, day: string): string => `${address}&on=${day}`;

/** As data, so that nothing but what is told can differ; with a past day and words where a page takes them. */
export function addressesToCompare(routes: readonly Route[], { ours }: World, day: string): string[] {
  return routes
    .filter(({ id, hasLoader }) => hasLoader && !CHANGES.test(id))
    .flatMap((route) => {
      const address = addressOf(route, ours.examples);
      if (!route.isPage) return [route.id.endsWith(".find") ? `${address}?q=Mill` : address];
      const asData = `${address}.data?_routes=${encodeURIComponent(route.id)}`;
      return [asData, asOf(asData, day)];
    });
}

/** The answers at these addresses, by address. */
export async function answersAt(who: Attacker, addresses: readonly string[]): Promise<Map<string, string>> {
  const told = new Map<string, string>();
  await inTurns(addresses, async (address) => {
    const { status, text: whole } = await who.ask(address);
    const text = whole.replaceAll(MADE_AT, "");
    told.set(
      address,
      `${status} ${text.length} ${createHash("sha256").update(text).digest("hex")} ${text.includes(SECRET)}`,
    );
  });
  return told;
}

/** Records what a union told of the supplier of the examples, with a document, and has two members substantiate it. */
export async function tellInConfidence({ db, ours, dataDir }: World, reviewer: Scope, now: Date): Promise<string> {
  const owner = scopeOf(ours.workspace);
  const { supplierId } = ours.examples;
  const said = {
    saidBy: SECRET,
    foundOn: "2026-02-01",
    site: null,
    product: null,
    indicators: ["ILO-07", "ILO-09"],
    severity: "critical" as const,
    summary: `${SECRET}: papers are kept.`,
    accessClass: "public" as const,
    namesNobody: true,
  };
  const findingId = await recordFinding(db, reviewer, { ...said, supplierId: supplierId!, source: "union" }, now);
  const seen = async () => ({ findingId, version: (await findingFor(db, owner, findingId)).finding.version });
  const settled = {
    to: "substantiated",
    reason: "As counted.",
    on: "2026-02-02",
    signs: ["ICLS-I9", "ICLS-C5"],
  } as const;
  await proposeSettlement(db, reviewer, { ...(await seen()), ...settled }, now);
  await confirmSettlement(db, owner, await seen(), now);
  const file = path.join(dataDir, newId(now));
  writeFileSync(file, SECRET);
  const document = {
    supplierId: supplierId!,
    use: { usedFor: "finding" as const, usedForId: findingId },
    fileName: "count.txt",
    path: file,
    bytes: SECRET.length,
    sha256: createHash("sha256").update(SECRET).digest("hex"),
    shows: SECRET,
    issuer: SECRET,
    issuedOn: null,
    expiresOn: null,
    strength: "primary" as const,
    tier: null,
    site: null,
    product: null,
    accessClass: "public" as const,
    showsPersons: false,
  };
  await addDocument(db, owner, document, dataDir, now);
  return findingId;
}

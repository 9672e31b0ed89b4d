/** The risk engine alone: facts in memory, scores out, one thread. */
import { MODELS } from "../../risk-models";
import { assessorFor } from "../../app/services/scoring/assessor.server";
import type { Place, RecruitmentFacts, SupplierFacts, WorkforceFacts } from "../../risk-models/types";
import type { Resolver } from "../../app/resolve/types";
import { Draw, seedOf } from "./list-draw";
import { emptyRecord, fillRecord, type ListRecord } from "./list-record";
import { number, printTable } from "./print";

const AS_OF = "2026-03-01";
const PASSES = 5;
const NOWHERE: Place = { country: null, region: null, basis: "unknown" };

const yesNo = (text: string): "yes" | "no" | undefined => (text === "yes" ? "yes" : text === "no" ? "no" : undefined);

/** `undefined` values left out, as a row that was read has them. */
const given = <T extends object>(facts: T): T =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;

function factsOf(record: ListRecord, resolver: Resolver): SupplierFacts {
  const match = resolver.country(record.country);
  const sector = resolver.sector({
    isic: record.isic_code,
    hs: record.hs_code,
    cpv: record.cpv_code,
    product: record.product_description,
  });
  const share = (text: string): number | undefined => (text === "" ? undefined : Number(text));
  return {
    seat: match ? { country: match.iso2, region: match.region, basis: "stated" } : NOWHERE,
    placeOfWork: NOWHERE,
    origin: NOWHERE,
    role: "unknown",
    sector: sector
      ? { isic: sector.isic, basis: "stated", confidence: sector.confidence }
      : { isic: null, basis: "unknown", confidence: null },
    goods: sector?.goods ?? [],
    recruitment: given({
      usesLabourAgents: yesNo(record.uses_labour_agents),
      feesPaidByWorkers: yesNo(record.recruitment_fees_paid_by_workers),
      feePerWorkerUsd: share(record.average_recruitment_fee_usd),
      passportRetention: yesNo(record.passport_retention),
      grievanceMechanism: yesNo(record.grievance_mechanism),
    }) as RecruitmentFacts,
    workforce: given({
      workers: share(record.workers),
      migrantShare: share(record.migrant_worker_share),
      agencyShare: share(record.agency_worker_share),
    }) as WorkforceFacts,
    asOf: AS_OF,
  };
}

/** Prints suppliers a second for `count` suppliers; returns the exit code. */
export async function benchEngine(count: number, seedText: string): Promise<number> {
  const began = performance.now();
  const { engine, resolver } = assessorFor(AS_OF, MODELS.at(-1)!.id);
  const loaded = performance.now();
  const [draw, record, seed] = [new Draw(), emptyRecord(), seedOf(seedText)];
  const suppliers: SupplierFacts[] = [];
  for (let index = 0; index < count; index++) {
    fillRecord(record, index, { seed, country: "mixed" }, draw);
    suppliers.push(factsOf(record, resolver));
  }
  const prepared = performance.now();
  process.stdout.write(
    `model ${engine.model}: reference data and model in ${(loaded - began).toFixed(0)} ms; ${number(count)} suppliers resolved in ${(prepared - loaded).toFixed(0)} ms\n`,
  );
  const rows: Record<string, string>[] = [];
  for (let pass = 1; pass <= PASSES; pass++) {
    const from = performance.now();
    const cpuFrom = process.cpuUsage();
    let [scored, sum] = [0, 0];
    for (const facts of suppliers) {
      const { score } = engine.score(facts);
      if (score !== null) {
        scored++;
        sum += score;
      }
    }
    const ms = performance.now() - from;
    const { user, system } = process.cpuUsage(cpuFrom);
    rows.push({
      pass: String(pass),
      ms: ms.toFixed(0),
      "suppliers/s": number(Math.round((count / ms) * 1000)),
      "suppliers/cpu s": number(Math.round((count / (user + system)) * 1e6)),
      scored: number(scored),
      "mean score": (sum / Math.max(scored, 1)).toFixed(2),
    });
  }
  printTable(rows);
  const explained = Math.min(count, 5000);
  const from = performance.now();
  for (let at = 0; at < explained; at++) engine.assess(suppliers[at]!);
  process.stdout.write(
    `with every contribution: ${number(Math.round((explained / (performance.now() - from)) * 1000))} suppliers a second\n`,
  );
  return 0;
}

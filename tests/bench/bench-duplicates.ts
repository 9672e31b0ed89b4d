/** How long it takes to find suppliers that may be one firm in a long list, and how much memory. */
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import type { Party } from "../../app/matching/types";
import { duplicatesWithin } from "../../app/screening/duplicates";
import { cleanSuppliers } from "../matching/cases";
import { number, printTable } from "./print";

/** Every hundredth supplier stands a second time, with a letter left out, no address, and in a third of the cases no country. */
const PLANTED_OF = 100;
/** Heap of the process that works on a list. */
const HEAP = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 96 };

interface Task {
  readonly task: "candour-duplicates";
  readonly suppliers: number;
}

interface Told {
  readonly seconds: number;
  readonly pairs: number;
  readonly planted: number;
  readonly found: number;
}

/** Prints time, memory and how many planted pairs are found at the default threshold; returns the exit code. */
export async function benchDuplicates(suppliers = 100_000): Promise<number> {
  const cpu = process.cpuUsage();
  const task: Task = { task: "candour-duplicates", suppliers };
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: task, resourceLimits: HEAP });
  const [told] = (await once(worker, "message")) as [Told];
  await worker.terminate();
  const { user, system } = process.cpuUsage(cpu);
  printTable([
    {
      suppliers: number(suppliers + told.planted),
      "wall s": told.seconds.toFixed(1),
      "cpu s with the list": ((user + system) / 1e6).toFixed(1),
      "peak MB": (process.resourceUsage().maxRSS / 1000).toFixed(0),
      pairs: number(told.pairs),
      planted: number(told.planted),
      "planted found": number(told.found),
    },
  ]);
  return 0;
}

function work({ suppliers }: Task): Told {
  const list: Party[] = cleanSuppliers(suppliers, "duplicates");
  const twice = list.filter((_, at) => at % PLANTED_OF === 0);
  for (const [at, { name, country }] of twice.entries()) {
    const out = Math.floor(name.length / 3);
    list.push({ name: name.slice(0, out) + name.slice(out + 1), country: at % 3 === 0 ? null : (country ?? null) });
  }
  const began = performance.now();
  const finding = duplicatesWithin(list);
  let step = finding.next();
  while (!step.done) step = finding.next();
  const seconds = (performance.now() - began) / 1000;
  const pairs = step.value;
  const found = pairs.filter(({ left, right }) => left === (right - suppliers) * PLANTED_OF).length;
  return { seconds, pairs: pairs.length, planted: twice.length, found };
}

if (!isMainThread && (workerData as Partial<Task> | null)?.task === "candour-duplicates")
  parentPort!.postMessage(work(workerData as Task));

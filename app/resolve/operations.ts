/**
 * What is done to a thing decides the sector more than the thing: "repair of lorries" is ISIC 45, "lorries" is 29. Own
 * judgement over the divisions of ISIC Rev. 4 (UNSD, structure and explanatory notes).
 */

type Operation =
  | "repair"
  | "renewal"
  | "hire"
  | "installation"
  | "construction"
  | "cleaning"
  | "consultancy"
  | "design"
  | "transport"
  | "training"
  | "making"
  | "development";

const WORDS: Readonly<Record<Operation, string>> = {
  repair:
    "repair maintenance servicing overhaul reconditioning ремонт обслуживан техобслуживан reparatur wartung instandhaltung reparation entretien mantenimiento vedlikehold reparasjon",
  renewal: "refurbishment renovation restoration reconstruction реконструкц реставрац sanierung",
  hire: "hire rental lease leasing rent аренд прокат vermietung miete location alquiler arrendamiento leie utleie",
  installation: "installation installing fitting монтаж установк montage einbau instalacion",
  construction: "construction erection строительств возведен",
  cleaning: "cleaning cleansing уборк чистк мойк мыть reinigung nettoyage limpieza renhold rengjoring",
  consultancy:
    "consultancy consulting advice advisory консультирован консультац beratung conseil asesoria consultoria radgivning",
  design: "design planning проектирован",
  transport: "transport haulage перевозк транспортировк транспортировк",
  training: "training course обучен schulung formation capacitacion opplaering",
  development: "development developing разработк развити entwicklung developpement desarrollo utvikling",
  making: "manufacture production making fabrication изготовлен пошив производств herstellung fabrication fabricacion",
};

const OPERATION_OF = new Map<string, Operation>(
  Object.entries(WORDS).flatMap(([operation, words]) =>
    words.split(" ").map((word) => [word, operation as Operation] as const),
  ),
);

/** Every word of an operation, for the tests. */
export const OPERATION_WORDS: readonly string[] = [...OPERATION_OF.keys()];

/** The operation a stem names, or undefined. */
export const operationOf = (stem: string): Operation | undefined => OPERATION_OF.get(stem);

/** ISIC of the longest listed beginning of the object's code; `*` for any other object, null where the two words together say nothing. */
const RESULTS: Readonly<Record<Exclude<Operation, "making">, Readonly<Record<string, string | null>>>> = {
  repair: {
    "*": "33", "14": "95", "15": "95", "31": "95", "262": "95", "263": "95", "264": "95", "275": "95", "2817": "95", "26": "33", "29": "4520", "45": "4520", "2211": "4520", "3091": "4540",
    "3092": "95", "41": "41", "42": "42", "43": "43", "2740": "4321", "4321": "4321", "4322": "4322", "2815": "4322", "2819": "4322", "3530": "4322", "68": "41", "85": "41", "86": "41", "55": "41", "2310": "43", "2392": "43", "16": "43", "58": "62", "62": "62", "61": "61",
    "36": "42", "37": "42", "49": "33", "93": "41", "813": "81", "81": "81", "80": "4321", "97": "41", "01": null, "10": null,
  },
  renewal: { "*": "41", "26": "33", "27": "33", "28": "33", "29": "45", "30": "33", "31": "95", "32": "33", "42": "42", "43": "43", "36": "42", "37": "42", "49": "42", "81": null },
  hire: { "*": "77", "68": "68", "41": "68", "55": "68", "85": "68", "93": "68", "56": "68", "52": "68", "78": "78", "97": "78", "80": "80", "01": "68" },
  installation: {
    "*": null, "26": "4321", "27": "4321", "2620": "62", "2651": "3320", "2660": "3320", "28": "3320", "2816": "4329", "2819": "4322", "2815": "4322", "2813": "4322", "2750": "4329", "35": "43", "4322": "4322", "3530": "4322",
    "25": "43", "16": "43", "23": "43", "22": "43", "31": "43", "24": "43", "13": "43", "32": "3320", "29": "45", "58": "62", "62": "62", "61": "61", "80": "4321", "43": "43", "42": "42", "36": "42", "37": "42", "323": "43", "329": "43",
  },
  construction: { "*": "41", "42": "42", "43": "43", "36": "42", "37": "42", "35": "42", "61": "42", "49": "42", "52": "42", "08": "42", "25": "41", "01": null, "30": "30", "28": "42" },
  cleaning: { "*": "81", "9601": "9601", "1392": "9601", "14": "9601", "37": "37", "38": "38", "29": "81" },
  consultancy: { "*": "70", "41": "71", "42": "71", "43": "71", "71": "71", "28": "71", "35": "71", "49": "71", "62": "62", "58": "62", "61": "62", "26": "62", "2651": "71", "63": "62", "69": "69", "64": "66", "65": "66", "73": "73", "38": "74", "39": "74", "02": "02", "01": "01", "72": "72", "6920": "6920" },
  design: { "*": "74", "41": "71", "42": "71", "43": "71", "71": "71", "35": "71", "36": "71", "37": "71", "49": "71", "28": "71", "27": "71", "25": "71", "24": "71", "62": "62", "58": "62", "26": "71", "63": "62", "18": "74", "81": "71", "68": "71", "85": "71", "86": "71" },
  transport: { "*": "49", "50": "50", "51": "51", "38": "38", "78": "49" },
  training: { "*": "85" },
  development: { "*": null, "62": "62", "58": "62", "63": "62", "26": "62", "71": "71", "41": "41", "68": "41", "42": "42", "21": "72", "72": "72", "85": "85", "73": "73", "18": "18", "70": "70" },
}; // prettier-ignore

/** ISIC of an operation on a thing of that ISIC code (null: the thing is not known); undefined where both together say nothing. */
export function isicOfOperation(operation: Operation, object: string | null): string | undefined {
  if (operation === "making") return object ?? undefined;
  const results = RESULTS[operation];
  for (let length = object?.length ?? 0; length >= 2; length -= 1) {
    const found = results[object!.slice(0, length)];
    if (found !== undefined) return found ?? undefined;
  }
  return results["*"] ?? undefined;
}

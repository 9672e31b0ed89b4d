/** Keys of the stages of product chains, and of the materials that are asked about, by the words of the reference tables. */
import type { TFunction } from "i18next";
import type { ChainBasis } from "../../risk-models";
import type { Key } from "./keys";

/** By the stage's id in `product-chains`; a test holds that each has one. */
export const stageKeys = {
  cotton: "materials.stage.cotton",
  cottonYarn: "materials.stage.cottonYarn",
  cottonCloth: "materials.stage.cottonCloth",
  garments: "materials.stage.garments",
  madeUpTextiles: "materials.stage.madeUpTextiles",
  silkCocoons: "materials.stage.silkCocoons",
  rawSilk: "materials.stage.rawSilk",
  silkYarn: "materials.stage.silkYarn",
  silkFabric: "materials.stage.silkFabric",
  cocoaBeans: "materials.stage.cocoaBeans",
  cocoaProducts: "materials.stage.cocoaProducts",
  chocolate: "materials.stage.chocolate",
  palmFruit: "materials.stage.palmFruit",
  crudePalmOil: "materials.stage.crudePalmOil",
  crudePalmKernelOil: "materials.stage.crudePalmKernelOil",
  refinedPalmOil: "materials.stage.refinedPalmOil",
  refinedPalmKernelOil: "materials.stage.refinedPalmKernelOil",
  oleochemicals: "materials.stage.oleochemicals",
  polysilicon: "materials.stage.polysilicon",
  ingots: "materials.stage.ingots",
  wafers: "materials.stage.wafers",
  solarCells: "materials.stage.solarCells",
  solarModules: "materials.stage.solarModules",
  tomatoes: "materials.stage.tomatoes",
  tomatoProducts: "materials.stage.tomatoProducts",
  sugarcane: "materials.stage.sugarcane",
  sugar: "materials.stage.sugar",
  sugarConfectionery: "materials.stage.sugarConfectionery",
  cobaltOre: "materials.stage.cobaltOre",
  cobalt: "materials.stage.cobalt",
  lithiumIonBatteries: "materials.stage.lithiumIonBatteries",
  tantalumOre: "materials.stage.tantalumOre",
  tantalum: "materials.stage.tantalum",
  tungstenOre: "materials.stage.tungstenOre",
  tungsten: "materials.stage.tungsten",
  tinOre: "materials.stage.tinOre",
  tin: "materials.stage.tin",
  tinArticles: "materials.stage.tinArticles",
  gold: "materials.stage.gold",
  jewellery: "materials.stage.jewellery",
  naturalRubber: "materials.stage.naturalRubber",
  rubberGloves: "materials.stage.rubberGloves",
  tyres: "materials.stage.tyres",
  timber: "materials.stage.timber",
  sawnWood: "materials.stage.sawnWood",
  charcoal: "materials.stage.charcoal",
  woodPulp: "materials.stage.woodPulp",
  woodPanels: "materials.stage.woodPanels",
  joinery: "materials.stage.joinery",
  furniture: "materials.stage.furniture",
  cattle: "materials.stage.cattle",
  beef: "materials.stage.beef",
  hides: "materials.stage.hides",
  leather: "materials.stage.leather",
  leatherGoods: "materials.stage.leatherGoods",
  leatherFootwear: "materials.stage.leatherFootwear",
  pvc: "materials.stage.pvc",
  pvcBuildingGoods: "materials.stage.pvcBuildingGoods",
  fish: "materials.stage.fish",
  frozenFish: "materials.stage.frozenFish",
  driedFish: "materials.stage.driedFish",
  fishMeal: "materials.stage.fishMeal",
  preparedFish: "materials.stage.preparedFish",
  shrimp: "materials.stage.shrimp",
  preparedShrimp: "materials.stage.preparedShrimp",
  squid: "materials.stage.squid",
  preparedSquid: "materials.stage.preparedSquid",
  tobacco: "materials.stage.tobacco",
  tobaccoProducts: "materials.stage.tobaccoProducts",
  coffee: "materials.stage.coffee",
  coffeeExtracts: "materials.stage.coffeeExtracts",
  tea: "materials.stage.tea",
  teaExtracts: "materials.stage.teaExtracts",
  stone: "materials.stage.stone",
  workedStone: "materials.stage.workedStone",
  bauxite: "materials.stage.bauxite",
  alumina: "materials.stage.alumina",
  aluminium: "materials.stage.aluminium",
  aluminiumProfiles: "materials.stage.aluminiumProfiles",
  aluminiumProducts: "materials.stage.aluminiumProducts",
} as const satisfies Readonly<Record<string, Key>>;

/** By the good under which a material is asked and stated; a test holds that each has one. */
export const materialKeys = {
  Cotton: { name: "materials.stage.cotton", ask: "materials.ask.cotton" },
  "Thread/Yarn": { name: "materials.stage.cottonYarn", ask: "materials.ask.cottonYarn" },
  Textiles: { name: "materials.stage.cottonCloth", ask: "materials.ask.cottonCloth" },
  "Silk Cocoons": { name: "materials.stage.silkCocoons", ask: "materials.ask.silkCocoons" },
  Cocoa: { name: "materials.stage.cocoaBeans", ask: "materials.ask.cocoaBeans" },
  "Palm Fruit": { name: "materials.stage.palmFruit", ask: "materials.ask.palmFruit" },
  Polysilicon: { name: "materials.stage.polysilicon", ask: "materials.ask.polysilicon" },
  Tomatoes: { name: "materials.stage.tomatoes", ask: "materials.ask.tomatoes" },
  Sugarcane: { name: "materials.stage.sugarcane", ask: "materials.ask.sugarcane" },
  "Tantalum ore (coltan)": { name: "materials.stage.tantalumOre", ask: "materials.ask.tantalumOre" },
  "Tungsten ore (wolframite)": { name: "materials.stage.tungstenOre", ask: "materials.ask.tungstenOre" },
  "Tin ore (cassiterite)": { name: "materials.stage.tinOre", ask: "materials.ask.tinOre" },
  Gold: { name: "materials.stage.gold", ask: "materials.ask.gold" },
  Rubber: { name: "materials.stage.naturalRubber", ask: "materials.ask.naturalRubber" },
  Timber: { name: "materials.stage.timber", ask: "materials.ask.timber" },
  Cattle: { name: "materials.stage.cattle", ask: "materials.ask.cattle" },
  Fish: { name: "materials.stage.fish", ask: "materials.ask.fish" },
  Shrimp: { name: "materials.stage.shrimp", ask: "materials.ask.shrimp" },
  Tobacco: { name: "materials.stage.tobacco", ask: "materials.ask.tobacco" },
  Coffee: { name: "materials.stage.coffee", ask: "materials.ask.coffee" },
  Tea: { name: "materials.stage.tea", ask: "materials.ask.tea" },
  Aluminium: { name: "materials.stage.aluminium", ask: "materials.ask.aluminium" },
  Stones: { name: "materials.stage.stone", ask: "materials.ask.stone" },
} as const satisfies Readonly<Record<string, { readonly name: Key; readonly ask: Key }>>;

const find = <T>(keys: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(keys, word) ? keys[word] : undefined;

/** The name of a stage in the reader's language. */
export const stageName = (t: TFunction, stage: string): string => {
  const key = find<Key>(stageKeys, stage);
  return key ? t(key) : stage;
};

/** The name of a material; a good that no chain asks about keeps its name of the table. */
export const materialName = (t: TFunction, good: string): string => {
  const keys = find<{ readonly name: Key; readonly ask: Key }>(materialKeys, good);
  return keys ? t(keys.name) : good;
};

/** The question about a material in the words of the field. */
export const materialQuestion = (t: TFunction, good: string): string => {
  const keys = find<{ readonly name: Key; readonly ask: Key }>(materialKeys, good);
  return keys ? t(keys.ask) : t("materials.answer", { material: good });
};

export const chainBasisKey = {
  "published path": "materials.basis.published",
  nomenclature: "materials.basis.nomenclature",
  "own judgement": "materials.basis.judgement",
} as const satisfies Readonly<Record<ChainBasis, Key>>;

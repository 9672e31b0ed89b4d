/**
 * What the bench's invented suppliers sell: families of goods and services with codes that exist in ISIC Rev. 4, HS 2022 and
 * CPV 2008. A family times its kind's qualifiers gives about 1,700 different product texts, as many as a large real list has.
 */

export interface Family {
  readonly isic: string;
  /** HS subheadings, empty for a service. */
  readonly hs: readonly string[];
  /** CPV code with check digit. */
  readonly cpv: string;
  readonly nouns: readonly string[];
  readonly kind: Kind;
}

export type Kind = "food" | "textile" | "material" | "device" | "service" | "household";

/** Each text is a noun with one of these before or after it; `*` stands for the noun. */
export const QUALIFIERS: Readonly<Record<Kind, readonly string[]>> = {
  food: [
    "*",
    "* organic",
    "frozen *",
    "* in bulk",
    "* grade A",
    "dried *",
    "* for retail packs",
    "* 25 kg bags",
    "fresh *",
    "* processed",
  ],
  textile: [
    "*",
    "* 100% cotton",
    "* polyester blend",
    "printed *",
    "* dyed",
    "knitted *",
    "* for workwear",
    "women's *",
    "men's *",
    "* OEM",
  ],
  material: [
    "*",
    "* raw",
    "* cut to size",
    "* class 1",
    "* coated",
    "unfinished *",
    "* export quality",
    "* on pallets",
    "heavy *",
    "* recycled",
  ],
  device: [
    "*",
    "* spare parts",
    "industrial *",
    "* 230 V",
    "* assembly",
    "small *",
    "* OEM",
    "* refurbished",
    "* modules",
    "* with installation",
  ],
  service: [
    "*",
    "* framework contract",
    "* on call",
    "seasonal *",
    "* lot 2",
    "regional *",
    "* per hour",
    "* subcontracted",
    "* night shift",
    "* annual",
  ],
  household: [
    "*",
    "* gift sets",
    "wooden *",
    "* for children",
    "* packed",
    "plastic *",
    "* private label",
    "* assorted",
    "* metal",
    "luxury *",
  ],
};

const TABLE = `
0111|100199,120190|03211000-3|wheat;soya beans|food
0113|070200,070310|03221000-6|tomatoes;onions;vegetables|food
0116|520100|03115130-0|cotton;cotton lint|textile
0122|080390,080450|03222110-7|bananas;mangoes|food
0127|090111,180100|03130000-1|coffee;cocoa beans|food
0128|090411,090930|15872000-1|pepper;spices|food
0141|010229|03331200-2|cattle|food
0220|440312,440349|03410000-7|timber;logs|material
0311|030342,030617|03311000-2|tuna;shrimp;fish|food
0322|030324,030462|03311000-2|pangasius;tilapia|food
0510|270112|09111100-1|coal|material
0810|251511,251611|14210000-6|granite;crushed stone;sandstone|material
1010|020130,020714|15110000-2|beef;poultry meat|food
1020|030471,160414|15220000-6|fish fillets;canned tuna|food
1030|200290,200899|15331425-2|tomato paste;preserved fruit|food
1040|151110,151190|15411000-2|palm oil;vegetable oil|food
1050|040210,040690|15500000-3|milk powder;cheese|food
1061|100630,110100|15611000-4|rice;flour|food
1072|170114|15830000-5|cane sugar|food
1073|180632,180400|15842000-2|chocolate;cocoa butter|food
1079|090240,210111|15860000-4|tea;instant coffee|food
1102|220421|15930000-6|wine|food
1200|240220|15991000-1|cigarettes|household
1311|520512,540233|19430000-9|cotton yarn;thread|textile
1312|520812,540752|19210000-1|woven fabric;denim fabric|textile
1313|520832|19210000-1|dyed fabric|textile
1392|630221,630260|39512000-4|bed linen;towels|textile
1393|570110,570242|39530000-6|carpets;rugs|textile
1410|620342,621143|18110000-3|trousers;work jackets;garments|textile
1410|610910,620520|18332000-5|shirts;t-shirts|textile
1430|611020|18235000-5|pullovers|textile
1511|410411|19110000-0|leather;hides|material
1512|420212,420292|18930000-7|bags;leather goods|household
1520|640340,640411|18813000-1|footwear;safety shoes|textile
1610|440710,440929|03410000-7|sawn timber;parquet|material
1622|441820|44220000-8|doors;carpentry|material
1701|480256,470329|30197630-1|copy paper;pulp|material
1702|481910|44617100-9|cardboard boxes|material
1811|490110|22100000-1|printed matter;brochures|household
1920|271019|09134100-8|diesel|material
2011|280461,282200|24000000-4|polysilicon;chemicals;cobalt salts|material
2012|310210|24400000-8|fertiliser|material
2023|340111,340250|39830000-9|soap;detergents|household
2100|300490,300510|33600000-6|medicines;dressings|household
2211|401120|34350000-5|tyres|material
2219|401519,401512|18424300-0|rubber gloves;latex gloves|household
2220|392321,392410|19520000-7|plastic packaging;tableware|household
2310|700729|44171000-9|glass panes|material
2392|690410,690721|44111100-2|bricks;tiles|material
2394|252329|44111200-3|cement|material
2396|680223,680100|44113000-5|stone kerbs;paving stones|material
2410|720839,721420|14622000-7|steel sheet;rebar|material
2420|760120,740311|14720000-4|aluminium;copper cathodes|material
2511|730890|44212000-9|steel structures|material
2593|821192,820559|44510000-8|knives;hand tools|household
2599|731700,732393|44316000-8|nails;ironmongery|material
2610|853400,854239|31712100-1|circuit boards;chips|device
2610|854143,854142|09331200-0|solar modules;solar cells|device
2620|847130,852852|30213100-6|laptops;screens|device
2630|851713,851762|32250000-0|mobile phones;routers|device
2640|851830|32342100-3|headphones|device
2651|902890|38400000-9|meters;measuring instruments|device
2710|850152,850440|31100000-7|electric motors;transformers|device
2720|850760|31440000-2|lithium batteries|device
2732|854449|31300000-9|cables;wiring harness|device
2740|940542|31520000-7|LED lamps|device
2750|841810,851650|39711100-0|refrigerators;microwave ovens|device
2813|841370|42120000-6|pumps|device
2816|842810|42416100-6|lifts|device
2821|843280|16000000-5|farm machines|device
2910|870323|34110000-1|cars|device
2930|870899|34300000-0|vehicle parts|device
3011|890190|34510000-5|ships|device
3100|940360,940130|39100000-3|furniture;chairs|household
3211|711319|18510000-7|jewellery|household
3230|950662|37451000-4|footballs;sports goods|household
3240|950300|37520000-9|toys|household
3250|901890,901839|33169000-2|surgical instruments;catheters|device
3290|670290,950510|39298900-6|artificial flowers;Christmas decorations|household
3811||90511000-2|refuse collection|service
4100||45210000-2|building construction|service
4210||45233141-9|road maintenance|service
4321||45310000-3|electrical installation|service
4330||45410000-4|plastering;painting works|service
4390||45262500-6|bricklaying;roofing|service
4923||60100000-9|road freight;haulage|service
5012||60600000-4|sea freight|service
5210||63120000-6|warehousing|service
5510||55110000-4|hotel accommodation|service
5629||55520000-1|catering;school meals|service
6201||72200000-7|software development|service
6202||72000000-5|IT consulting;IT support|service
6910||79100000-5|legal services|service
6920||79200000-6|accounting;audit|service
7020||79411000-8|management consulting|service
7110||71000000-8|engineering design|service
7310||79340000-9|advertising|service
7820||79620000-6|temporary staff;hired workers|service
8010||79710000-4|guarding;security services|service
8121||90910000-9|office cleaning;cleaning services|service
8130||77310000-6|grounds maintenance|service
8549||80500000-9|training|service
8710||85311000-2|residential care|service
9601||98310000-9|laundry services|service
`;

export const FAMILIES: readonly Family[] = TABLE.trim()
  .split("\n")
  .map((line) => {
    const [isic = "", hs = "", cpv = "", nouns = "", kind = "service"] = line.split("|");
    return { isic, hs: hs ? hs.split(",") : [], cpv, nouns: nouns.split(";"), kind: kind as Kind };
  });

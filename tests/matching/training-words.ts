/** Syllables, trades, places and legal forms of invented firms by region, in Latin letters and in their own script. */
import type { Draw } from "../bench/list-draw";

type Both = readonly (readonly [latin: string, native: string])[];

export interface Region {
  readonly countries: readonly string[];
  readonly core: Both;
  readonly trades: Both;
  readonly sectors: readonly string[];
  readonly cities: readonly string[];
  readonly forms: readonly string[];
  /** Another way to write the form of that place. */
  spellings(form: number, draw: Draw): string;
  readonly formsInFront: boolean;
  readonly native: boolean;
  readonly spaced: boolean;
  readonly nativeForm: string;
  nativeCity(city: string): string;
}

const both = (text: string): Both =>
  text.split(" ").map((pair) => pair.replaceAll("_", " ").split("=") as [string, string]);
const list = (text: string): readonly string[] => text.split(",");

const SECTORS = list("13,26,46,13,24,10,20,28,14,22,46,41");

function region(
  countries: string,
  core: string,
  trades: string,
  cities: string,
  forms: readonly (readonly string[])[],
  native: { readonly form: string; readonly cities: string; readonly spaced: boolean } | null,
  formsInFront = false,
): Region {
  const names = list(cities);
  const own = native ? list(native.cities) : [];
  return {
    countries: list(countries),
    core: both(core),
    trades: both(trades),
    sectors: SECTORS,
    cities: names,
    forms: forms.map(([first]) => first!),
    spellings: (form, draw) => draw.pick(forms[form]!),
    formsInFront,
    native: native !== null,
    spaced: native?.spaced ?? true,
    nativeForm: native?.form ?? "",
    nativeCity: (city) => own[names.indexOf(city)] ?? city,
  };
}

const LATIN_TRADES =
  "textile= electronics= trading= garments= steel= foods= chemicals= machinery= apparel= plastics= import_export= construction=";

export const REGIONS: readonly Region[] = [
  region(
    "CN,CN,CN,CN,HK,TW",
    "hua=华 feng=丰 xin=鑫 long=隆 tai=泰 hong=宏 sheng=盛 yuan=源 jin=锦 fu=富 rui=瑞 kai=凯 da=达 ming=明 jia=佳 hai=海 yong=永 bo=博 shun=顺 cheng=诚 lian=联 kang=康 mei=美 bao=宝 wei=威 li=利 de=德 xiang=祥 qi=奇 tong=通",
    "textile=纺织 electronic=电子 trade=贸易 garment=服装 steel=钢铁 food=食品 chemical=化工 machinery=机械 apparel=服饰 plastic=塑料 import_export=进出口 construction=建设 technology=科技 industry=实业",
    "Ningbo,Shenzhen,Suzhou,Qingdao,Foshan,Xinjiang,Hefei,Xiamen",
    [
      ["Co., Ltd.", "Co Ltd", "Company Limited", "Co.,Ltd", "Limited"],
      ["Group Co., Ltd.", "Group", "Co., Ltd."],
    ],
    { form: "有限公司", cities: "宁波,深圳,苏州,青岛,佛山,新疆,合肥,厦门", spaced: false },
  ),
  region(
    "RU,RU,KZ,UZ,BY",
    "bel=бел zor=зор kam=кам ural=урал volg=волг tex=текс sib=сиб dor=дор vit=вит lug=луг mir=мир rad=рад sever=север yug=юг lad=лад zhel=жел shal=шал buk=бук ter=тер orl=орл",
    "textile=текстиль electronics=электроника trading=торговый cotton=хлопок steel=сталь foods=продукты chemicals=химия machinery=машиностроение apparel=одежда plastics=пластик export=экспорт construction=строительство",
    "Moscow,Tashkent,Minsk,Ivanovo,Tver",
    [
      ["OOO", "LLC", "Limited Liability Company", "Ltd"],
      ["OAO", "JSC", "OJSC", "Joint Stock Company"],
      ["ZAO", "CJSC", "JSC"],
    ],
    { form: "ООО", cities: "Москва,Ташкент,Минск,Иваново,Тверь", spaced: true },
    true,
  ),
  region(
    "AE,EG,JO,SA",
    "nour=نور salam=سلام fajr=فجر najm=نجم badr=بدر shams=شمس rashid=رشيد karim=كريم jamil=جميل sadiq=صادق mansur=منصور hilal=هلال wadi=وادي bahr=بحر qamar=قمر",
    "textile=للنسيج electronics=للالكترونيات trading=للتجارة garments=للملابس steel=للصلب foods=للاغذية chemicals=للكيماويات contracting=للمقاولات industry=للصناعة plastics=للبلاستيك import_export=للاستيراد construction=للبناء",
    "Cairo,Dubai,Damascus",
    [
      ["LLC", "L.L.C.", "Ltd", "Co. LLC", "W.L.L."],
      ["Co.", "Company", "Est."],
    ],
    { form: "المحدودة", cities: "القاهرة,دبي,دمشق", spaced: true },
  ),
  region(
    "KR,KR",
    "han=한 seo=서 dong=동 jin=진 sam=삼 woo=우 kang=강 min=민 hae=해 tae=태 shin=신 bo=보 gang=강 nam=남 il=일",
    "textile=섬유 electronics=전자 trading=무역 apparel=의류 steel=철강 foods=식품 chemical=화학 machinery=기계 fashion=패션 plastic=플라스틱 industry=산업 construction=건설",
    "Seoul,Busan,Daegu",
    [["Co., Ltd.", "Co Ltd", "Inc.", "Corporation"]],
    { form: "주식회사", cities: "서울,부산,대구", spaced: false },
  ),
  region(
    "IN,BD,PK,LK",
    "shree= raj= kumar= lakh= van= gopal= nav= bhar= sun= dev= mah= ind= kri= ram= tej= jay= puri= ganga= sita= arun=",
    LATIN_TRADES,
    "Tiruppur,Dhaka,Karachi,Ludhiana,Chennai",
    [
      ["Pvt. Ltd.", "Private Limited", "(Pvt) Ltd", "Ltd"],
      ["Limited", "Ltd.", "Ltd"],
    ],
    null,
  ),
  region(
    "VN,ID,MY,TH,KH",
    "thanh= phuoc= minh= hoang= jaya= makmur= putra= sari= budi= karya= siam= krung= dara= sok= tan= binh= duc= loc= indah= abadi=",
    LATIN_TRADES,
    "Hanoi,Bandung,Penang,Bangkok",
    [
      ["Co., Ltd", "Company Limited", "Co Ltd"],
      ["JSC", "Joint Stock Company"],
      ["Sdn. Bhd.", "Sdn Bhd"],
    ],
    null,
  ),
  region(
    "TR,IT,ES,PT,BR,MX,PL,CZ,RO,DE,FR",
    "alto= mar= verde= ros= bel= nor= val= san= gran= luz= sol= tor= mont= ruz= kar= den= wal= berg= hal= vik= pol= kos= lub= dom=",
    LATIN_TRADES,
    "Bursa,Porto,Milano,Valencia,Lodz,Monterrey",
    [
      ["S.A.", "SA", "S/A"],
      ["S.r.l.", "SRL"],
      ["Ltda", "LTDA.", "Limitada"],
      ["GmbH", "Gmbh"],
      ["Sp. z o.o.", "Sp z oo"],
      ["A.S.", "AS"],
    ],
    null,
  ),
  region(
    "GB,US,CA,AU",
    "north= stone= field= wood= har= wick= ash= brook= king= well= mill= lake= grey= rock= hamp= ton= ford= clay= sand= cross=",
    LATIN_TRADES,
    "Leeds,Houston,Bristol,Toronto",
    [
      ["Ltd", "Limited", "Ltd."],
      ["Inc.", "Inc", "Incorporated"],
      ["LLC", "L.L.C."],
      ["PLC", "plc"],
      ["Corp.", "Corporation"],
    ],
    null,
  ),
];

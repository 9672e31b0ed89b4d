/**
 * Whether a text is written like a country, to find the country column when nothing else says so. It is a hint for the mapping
 * only; which country it is, is the resolver's to say. Names come from the runtime's own CLDR data, in the languages lists are
 * written in; codes are ISO 3166-1.
 */

/** alpha-2 and alpha-3 of each country, joined. */
const CODES = (
  "AWABW AFAFG AOAGO AIAIA AXALA ALALB ADAND AEARE ARARG AMARM ASASM AQATA TFATF AGATG AUAUS ATAUT AZAZE BIBDI BEBEL BJBEN BQBES BFBFA BDBGD BGBGR BHBHR " +
  "BSBHS BABIH BLBLM BYBLR BZBLZ BMBMU BOBOL BRBRA BBBRB BNBRN BTBTN BVBVT BWBWA CFCAF CACAN CCCCK CHCHE CLCHL CNCHN CICIV CMCMR CDCOD CGCOG CKCOK COCOL " +
  "KMCOM CVCPV CRCRI CUCUB CWCUW CXCXR KYCYM CYCYP CZCZE DEDEU DJDJI DMDMA DKDNK DODOM DZDZA ECECU EGEGY ERERI EHESH ESESP EEEST ETETH FIFIN FJFJI FKFLK " +
  "FRFRA FOFRO FMFSM GAGAB GBGBR GEGEO GGGGY GHGHA GIGIB GNGIN GPGLP GMGMB GWGNB GQGNQ GRGRC GDGRD GLGRL GTGTM GFGUF GUGUM GYGUY HKHKG HMHMD HNHND HRHRV " +
  "HTHTI HUHUN IDIDN IMIMN ININD IOIOT IEIRL IRIRN IQIRQ ISISL ILISR ITITA JMJAM JEJEY JOJOR JPJPN KZKAZ KEKEN KGKGZ KHKHM KIKIR KNKNA KRKOR KWKWT LALAO " +
  "LBLBN LRLBR LYLBY LCLCA LILIE LKLKA LSLSO LTLTU LULUX LVLVA MOMAC MFMAF MAMAR MCMCO MDMDA MGMDG MVMDV MXMEX MHMHL MKMKD MLMLI MTMLT MMMMR MEMNE MNMNG " +
  "MPMNP MZMOZ MRMRT MSMSR MQMTQ MUMUS MWMWI MYMYS YTMYT NANAM NCNCL NENER NFNFK NGNGA NINIC NUNIU NLNLD NONOR NPNPL NRNRU NZNZL OMOMN PKPAK PAPAN PNPCN " +
  "PEPER PHPHL PWPLW PGPNG PLPOL PRPRI KPPRK PTPRT PYPRY PSPSE PFPYF QAQAT REREU ROROU RURUS RWRWA SASAU SDSDN SNSEN SGSGP GSSGS SHSHN SJSJM SBSLB SLSLE " +
  "SVSLV SMSMR SOSOM PMSPM RSSRB SSSSD STSTP SRSUR SKSVK SISVN SESWE SZSWZ SXSXM SCSYC SYSYR TCTCA TDTCD TGTGO THTHA TJTJK TKTKL TMTKM TLTLS TOTON TTTTO " +
  "TNTUN TRTUR TVTUV TWTWN TZTZA UGUGA UAUKR UMUMI UYURY USUSA UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM ZAZAF ZMZMB ZWZWE"
).split(" ");

/** What lists write that neither ISO nor CLDR does. Lower case. */
const ALIASES =
  "usa|u.s.a.|u.s.|us|united states of america|uk|u.k.|great britain|england|scotland|wales|northern ireland|uae|u.a.e.|ksa|turkey|czech republic|czechia|bosnia|bosnia-herzegovina|laos|lao pdr|viet nam|burma|macedonia|ivory coast|swaziland|" +
  "korea|south korea|north korea|republic of korea|korea, south|korea, republic of|korea (republic of)|dprk|china mainland|mainland china|p.r. china|pr china|prc|people's republic of china|hong kong|hong kong, china|hong kong sar|macau|macao|taiwan, province of china|taiwan (china)|" +
  "moldova (republic of)|republic of moldova|russian federation|united kingdom of great britain and northern ireland|iran (islamic republic of)|bolivia (plurinational state of)|venezuela (bolivarian republic of)|tanzania, united republic of|united republic of tanzania|syrian arab republic|" +
  "holland|the netherlands|brunei darussalam|cape verde|east timor|drc|congo, dem. rep.|democratic republic of the congo|congo-kinshasa|the philippines|philippines (the)|rep. dominicana|rsa|kosovo|palestine|россия|рф|российская федерация|республика казахстан|республика беларусь|сша|оаэ|великобритания|англия|южная корея|кнр|" +
  "vereinigte staaten|großbritannien|grossbritannien|england|méxico|españa|brasil|perú|estados unidos|eeuu|ee.uu.|reino unido|美國|美国|中国|中國|中國大陸|台湾|臺灣|台灣|香港|韩国|韓國|日本|越南|england & wales";

const LANGUAGES = ["en", "ru", "de", "fr", "es", "pt", "nb", "zh", "zh-Hant", "ar", "tr", "pl", "it", "uk", "kk"];

let words: Set<string> | null = null;
const codes2 = new Set(CODES.map((code) => code.slice(0, 2)));
const codes3 = new Set(CODES.map((code) => code.slice(2)));

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[’'ʼ`]/g, "")
    .replace(/&/g, "and")
    .replace(/\s+/g, " ")
    .trim();

function countryWords(): Set<string> {
  if (words !== null) return words;
  words = new Set(ALIASES.split("|").map(fold));
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const code of codes2) {
      const name = names.of(code);
      if (name !== undefined) words.add(fold(name));
    }
  }
  return words;
}

/** Two or three letters that are an ISO 3166-1 code, in any case. */
export function isCountryCode(text: string): boolean {
  const upper = text.toUpperCase();
  return (upper.length === 2 && codes2.has(upper)) || (upper.length === 3 && codes3.has(upper));
}

/** A code, a name, or a cell of code, separator and name ("211--美國", "USA: UNITED STATES OF AMERICA"). */
export function looksLikeCountry(text: string): boolean {
  const cell = text.trim();
  if (cell.length < 2 || cell.length > 70) return false;
  if (isCountryCode(cell)) return true;
  const known = countryWords();
  if (known.has(fold(cell))) return true;
  const parts = cell.split(/\s*(?:--|[:|/–—]|\s-\s|\()\s*/);
  return (
    parts.length > 1 &&
    parts.some((part) =>
      part.length > 3 ? known.has(fold(part.replace(/\)$/, ""))) : /[^ -~]/.test(part) && known.has(fold(part)),
    )
  );
}

const WORLD_REGIONS = new Set(
  "asia|europe|africa|north america|south america|latin america|americas|emea|apac|amer|latam|oceania|middle east|south asia|southeast asia|south east asia|east asia|central asia|eu|rest of world|row|mena|asia pacific|asia-pacific|eame|азия|европа|африка|америка|亚洲|欧洲".split(
    "|",
  ),
);
/** A part of the world ("Asia", "EMEA"), which is no region of a country. */
export const isWorldRegion = (text: string): boolean => WORLD_REGIONS.has(fold(text));

/**
 * The 90 countries of the bench's invented suppliers: how each is written in real lists, cities, legal forms, and how often it
 * comes up. Weights and migrant shares are made up; they only have to vary as real lists do.
 */

export interface ListCountry {
  readonly iso2: string;
  readonly name: string;
  /** Other ways to write it, most of which a good importer knows. */
  readonly spellings: readonly string[];
  readonly cities: readonly string[];
  readonly forms: readonly string[];
  readonly script: "latin" | "cyrillic" | "han";
  /** Relative frequency. */
  readonly weight: number;
  /** Typical share of workers from abroad or another region, 0 to 1. */
  readonly migrants: number;
}

const TABLE = `
CN|P.R. China;中国;Китай;CHN;China Mainland|China|Shenzhen,Ningbo,Dongguan,Suzhou,Urumqi,Qingdao,Foshan|Co., Ltd.,Co.,Ltd,Group Co. Ltd.|90|.24
IN|INDIA;IND;Индия;Indien|India|Tiruppur,Chennai,Ludhiana,Pune,Surat|Pvt. Ltd.,Private Limited,Exports|70|.17
BD|BANGLADESH;BGD;Бангладеш|Bangladesh|Dhaka,Gazipur,Chattogram|Ltd.,Limited|38|.06
VN|Viet Nam;VNM;VIETNAM;Вьетнам|Vietnam|Hanoi,Da Nang,Bien Hoa|JSC,Co. Ltd|42|.08
TR|Turkey;Türkiye;TUR;Турция|Türkiye|Istanbul,Bursa,Denizli|A.Ş.,Ltd. Şti.|35|.11
PK|PAKISTAN;PAK;Пакистан|Pakistan|Karachi,Sialkot,Lahore|(Pvt) Ltd,Private Limited|24|.05
MY|MALAYSIA;MYS;Малайзия|Malaysia|Penang,Klang,Ipoh|Sdn. Bhd.,Bhd|26|.44
TH|THAILAND;THA;Таиланд|Thailand|Samut Sakhon,Rayong,Bangkok|Co., Ltd.,Public Co. Ltd.|26|.36
ID|INDONESIA;IDN;Индонезия|Indonesia|Bandung,Medan,Surabaya|Tbk,PT|24|.05
DE|Deutschland;DEU;GERMANY;Германия|Germany|Hamburg,Chemnitz,Kassel|GmbH,AG,GmbH & Co. KG|55|.2
PL|Polska;POL;POLAND;Польша|Poland|Łódź,Poznań,Gdynia|Sp. z o.o.,S.A.|40|.13
FR|FRANCE;FRA;Франция|France|Lille,Lyon,Nantes|SARL,SAS,SA|38|.16
IT|Italia;ITA;ITALY;Италия|Italy|Prato,Modena,Bari|S.r.l.,S.p.A.|36|.21
ES|España;ESP;SPAIN;Испания|Spain|Almería,Valencia,Bilbao|S.L.,S.A.|32|.25
GB|UK;GBR;Great Britain;Великобритания;England|United Kingdom|Leeds,Leicester,Bristol|Ltd,PLC,LLP|48|.2
NL|Nederland;The Netherlands;NLD;Нидерланды|Netherlands|Rotterdam,Venlo|B.V.,N.V.|26|.24
BE|Belgique;België;BEL;Бельгия|Belgium|Gent,Liège|BV,SA|14|.17
SE|Sverige;SWE;Швеция|Sweden|Borås,Malmö|AB|22|.18
NO|Norge;NOR;Норвегия|Norway|Bergen,Ålesund|AS,ASA|24|.22
DK|Danmark;DNK;Дания|Denmark|Aarhus,Esbjerg|A/S,ApS|16|.16
FI|Suomi;FIN;Финляндия|Finland|Tampere,Turku|Oy,Oyj|16|.11
EE|Eesti;EST;Эстония|Estonia|Tallinn,Tartu|OÜ,AS|12|.12
LV|Latvija;LVA;Латвия|Latvia|Rīga,Liepāja|SIA,AS|10|.1
LT|Lietuva;LTU;Литва|Lithuania|Kaunas,Klaipėda|UAB,AB|11|.14
CZ|Czech Republic;CZE;Чехия|Czechia|Brno,Plzeň|s.r.o.,a.s.|18|.15
SK|Slovensko;SVK;Slovak Republic;Словакия|Slovakia|Žilina,Košice|s.r.o.,a.s.|10|.1
HU|Magyarország;HUN;Венгрия|Hungary|Győr,Szeged|Kft.,Zrt.|13|.1
RO|România;ROU;Румыния|Romania|Cluj-Napoca,Iași|SRL,SA|15|.08
BG|България;BGR;Болгария|Bulgaria|Plovdiv,Varna|EOOD,AD|12|.05
GR|Ελλάδα;GRC;Греция|Greece|Thessaloniki,Patras|A.E.,EPE|10|.2
PT|PORTUGAL;PRT;Португалия|Portugal|Braga,Porto|Lda.,S.A.|16|.12
AT|Österreich;AUT;Австрия|Austria|Linz,Graz|GmbH,AG|12|.22
CH|Schweiz;Suisse;CHE;Швейцария|Switzerland|Basel,Luzern|AG,SA|12|.3
IE|Éire;IRL;Ирландия|Ireland|Galway,Cork|Ltd,DAC|8|.2
HR|Hrvatska;HRV;Хорватия|Croatia|Rijeka,Osijek|d.o.o.,d.d.|7|.12
SI|Slovenija;SVN;Словения|Slovenia|Maribor,Koper|d.o.o.,d.d.|6|.15
RS|Srbija;SRB;Сербия|Serbia|Niš,Novi Sad|d.o.o.,a.d.|8|.05
BA|Bosnia;Bosna i Hercegovina;BIH|Bosnia and Herzegovina|Tuzla,Zenica|d.o.o.|4|.03
MK|Macedonia;MKD;Северная Македония|North Macedonia|Skopje,Štip|DOOEL|4|.03
AL|Shqipëria;ALB;Албания|Albania|Durrës,Tirana|Sh.p.k.|4|.02
MD|Moldova (Republic of);MDA;Молдова|Moldova|Bălți,Chișinău|SRL|4|.02
UA|Україна;UKR;Украина|Ukraine|Львів,Харків,Дніпро|ТОВ,ПрАТ|12|.04
RU|Россия;RUS;Российская Федерация;Russia|Russian Federation|Иваново,Архангельск,Пермь|ООО,АО,ПАО|20|.16
BY|Беларусь;BLR;Белоруссия|Belarus|Гродно,Минск|ОАО,ООО|5|.03
KZ|Казахстан;KAZ;Қазақстан|Kazakhstan|Алматы,Шымкент|ТОО,АО|10|.12
KG|Киргизия;KGZ;Кыргызстан|Kyrgyzstan|Бишкек,Ош|ОсОО|4|.03
UZ|Узбекистан;UZB;Oʻzbekiston|Uzbekistan|Ташкент,Наманган|МЧЖ,ООО|8|.03
TM|Туркменистан;TKM;TURKMENISTAN|Turkmenistan|Ашхабад,Мары|ХО|3|.02
TJ|Таджикистан;TJK;TAJIKISTAN|Tajikistan|Душанбе,Худжанд|ООО|3|.02
GE|Грузия;GEO;GEORGIA|Georgia|Tbilisi,Kutaisi|LLC|4|.03
AM|Армения;ARM;ARMENIA|Armenia|Yerevan,Gyumri|CJSC,LLC|3|.02
AZ|Азербайджан;AZE;Azərbaycan|Azerbaijan|Baku,Ganja|MMC|3|.03
US|USA;United States of America;США;U.S.A.|United States|Dallas,Greensboro,Toledo|Inc.,LLC,Corp.|60|.2
CA|CANADA;CAN;Канада|Canada|Winnipeg,Montréal|Inc.,Ltd.|22|.24
MX|México;MEX;Мексика|Mexico|Puebla,León,Tijuana|S.A. de C.V.,S. de R.L.|22|.06
BR|Brasil;BRA;Бразилия|Brazil|Blumenau,Santos|Ltda,S.A.|26|.08
AR|ARGENTINA;ARG;Аргентина|Argentina|Rosario,Córdoba|S.A.,S.R.L.|10|.09
CL|CHILE;CHL;Чили|Chile|Puerto Montt,Talca|S.A.,SpA|9|.13
PE|Perú;PER;Перу|Peru|Lima,Trujillo|S.A.C.|9|.05
CO|COLOMBIA;COL;Колумбия|Colombia|Medellín,Cali|S.A.S.|9|.06
EC|ECUADOR;ECU;Эквадор|Ecuador|Guayaquil,Machala|S.A.|7|.06
BO|Bolivia (Plurinational State of);BOL|Bolivia|Santa Cruz,Riberalta|S.R.L.|3|.03
PY|PARAGUAY;PRY;Парагвай|Paraguay|Asunción|S.A.|2|.03
GT|GUATEMALA;GTM|Guatemala|Quetzaltenango|S.A.|4|.05
HN|HONDURAS;HND|Honduras|San Pedro Sula|S.A.|4|.04
DO|República Dominicana;DOM|Dominican Republic|Santiago,La Romana|SRL|4|.22
MA|Maroc;MAR;Марокко|Morocco|Casablanca,Tanger|SARL|8|.04
TN|Tunisie;TUN;Тунис|Tunisia|Sfax,Monastir|SARL|6|.03
EG|EGYPT;EGY;Египет|Egypt|Alexandria,Port Said|S.A.E.,LLC|9|.04
ZA|RSA;ZAF;South-Africa;ЮАР|South Africa|Durban,Gqeberha|(Pty) Ltd|10|.1
KE|KENYA;KEN;Кения|Kenya|Nairobi,Mombasa|Ltd|6|.07
ET|ETHIOPIA;ETH;Эфиопия|Ethiopia|Hawassa,Addis Ababa|PLC|5|.08
GH|GHANA;GHA;Гана|Ghana|Tema,Kumasi|Ltd|5|.1
CI|Ivory Coast;CIV;Cote d'Ivoire|Côte d'Ivoire|Abidjan,San-Pédro|SA,SARL|6|.35
NG|NIGERIA;NGA;Нигерия|Nigeria|Lagos,Kano|Ltd|5|.08
MG|Madagasikara;MDG|Madagascar|Antananarivo|SARL|3|.04
MU|MAURITIUS;MUS|Mauritius|Port Louis|Ltd|3|.46
CD|DRC;Congo (Democratic Republic of the);COD|DR Congo|Kolwezi,Lubumbashi|SARL|2|.1
LK|SRI LANKA;LKA;Шри-Ланка|Sri Lanka|Biyagama,Galle|(Pvt) Ltd|10|.03
NP|NEPAL;NPL;Непал|Nepal|Kathmandu,Biratnagar|Pvt. Ltd.|4|.12
KH|CAMBODIA;KHM;Камбоджа|Cambodia|Phnom Penh|Co. Ltd|9|.08
MM|Burma;MMR;Мьянма|Myanmar|Yangon,Bago|Co. Ltd|6|.14
LA|Lao PDR;LAO;Lao People's Democratic Republic|Laos|Vientiane|Co. Ltd|2|.05
PH|PHILIPPINES;PHL;Филиппины|Philippines|Cebu,Cavite|Inc.|9|.04
KR|Korea (Republic of);KOR;Korea, South;Республика Корея|South Korea|Ansan,Busan|Co., Ltd.,Inc|16|.09
JP|日本;JPN;Япония|Japan|Osaka,Nagoya|K.K.,Co. Ltd.|18|.06
TW|Taiwan, Province of China;TWN;臺灣;Тайвань|Taiwan|Taichung,Kaohsiung|Co., Ltd.,Corp.|16|.21
AE|UAE;United Arab Emirates;ARE;ОАЭ|United Arab Emirates|Dubai,Sharjah|LLC,FZE|8|.9
JO|JORDAN;JOR;Иордания|Jordan|Irbid,Zarqa|W.L.L.|4|.62
QA|QATAR;QAT;Катар|Qatar|Doha|W.L.L.|3|.93
`;

const HAN = new Set(["CN", "TW", "JP"]);
const CYRILLIC = new Set(["RU", "UA", "BY", "KZ", "KG", "UZ", "TM", "TJ"]);

export const LIST_COUNTRIES: readonly ListCountry[] = TABLE.trim()
  .split("\n")
  .map((line) => {
    const [iso2 = "", spellings = "", name = "", cities = "", forms = "", weight = "1", migrants = "0"] =
      line.split("|");
    return {
      iso2,
      name,
      spellings: spellings.split(";"),
      cities: cities.split(","),
      // "Co., Ltd." holds a comma of its own
      forms: forms
        .replaceAll("Co., ", "Co.\u0001 ")
        .replaceAll("Co.,Ltd", "Co.\u0001Ltd")
        .split(",")
        .map((form) => form.replaceAll("\u0001", ",")),
      script: HAN.has(iso2) ? "han" : CYRILLIC.has(iso2) ? "cyrillic" : "latin",
      weight: Number(weight),
      migrants: Number(migrants),
    };
  });

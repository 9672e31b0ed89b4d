/** Files as publishers write them, with invented firms and the faults of the real ones. */
import Papa from "papaparse";
import type { ListFile, ReadOptions } from "../../app/screening/tables";

const COUNTRIES: Readonly<Record<string, string>> = {
  china: "CN",
  nepal: "NP",
  mexico: "MX",
  japan: "JP",
  "hong kong": "HK",
  india: "IN",
  russia: "RU",
  kenya: "KE",
};

/** Stands in for the resolver of the reference tables. */
export const OPTIONS: ReadOptions = {
  readOn: "2026-11-20",
  country: (text) => (/^[A-Z]{2}$/.test(text) ? text : (COUNTRIES[text.toLowerCase()] ?? null)),
};

export const tableFile = (records: readonly (readonly string[])[], fileName = "list.csv"): ListFile => ({
  kind: "table",
  fileName,
  records,
});

export const csvFile = (text: string, delimiter: string, fileName = "list.csv"): ListFile =>
  tableFile(Papa.parse<string[]>(text, { delimiter }).data, fileName);

export const UFLPA_PAGE = `<!DOCTYPE html>
<html lang="en"><head><title>UFLPA Entity List</title><style>td { color: red }</style></head><body>
<table><tr><th>Menu</th></tr><tr><td>News</td></tr></table>
<p><strong>A list of entities in Xinjiang</strong><br><a href="/x">Section 2(d)(2)(B)(i)</a></p>
<table><thead><tr><th>Name of Entity</th><th>Effective Date</th></tr></thead><tbody>
<tr><td>Invented Silicon Works (Shanshan) Co., Ltd (including one alias: Imagined Silicon Works Co.) and subsidiaries</td><td>June 21, 2022</td></tr>
<tr><td>Invented&nbsp;Corps (including three aliases: INVC; Imagined Corps; and Bingzhi) and its subordinate and affiliated entities</td><td>June 21, 2022</td></tr>
<tr><td> </td><td></td></tr>
</tbody></table>
<p>Section 2(d)(2)(B)(ii)</p>
<table><thead><tr><th>Name of Entity</th><th>Effective Date</th></tr></thead><tbody>
<tr><td>Sample Jing Technology Group Co., Ltd. (also known as Sample Mian Technology Co., Ltd. and SJT Technology; and formerly known as Old Sample Co., Ltd.)</td><td>December 11, 2023</td></tr>
<tr><td>INVENTED CORPS (INVC) and its subordinate and affiliated entities</td><td>June 21, 2022</td></tr>
<tr><td>No. 9 Vocation Training Center (NVTC)</td><td>June 21, 2022</td></tr>
</tbody></table>
<p>Section 2(d)(2)(B)(v)</p>
<table><tr><th>Entity Name</th><th>Effective Date</th></tr>
<tr><td>Fancy G&amp;G Cotton Co., Ltd., North Branch</td><td>May 17, 2024</td></tr>
</table>
<p>Last Updated: 01/14/2025</p></body></html>`;

export const CBP_CSV = `\ufeffEffective Date,Calendar Year,Country Code,Country,Merchandise,WRO/Finding,Industry,Status,Press Release,Entity,Remarks
11/14/1991,1991,CN,China,Diesel Engines,WRO,Automotive and Aerospace,Active,,"Sample Machinery, a/k/a Gold Horse Factory, a/k/a Sample 1st Works","See China
Finding."
3/18/1992,1992,CN,China,Diesel Engines,Finding,Automotive and Aerospace,Active,,"Sample Machinery, a/k/a Gold Horse Factory","Bulletin 26, ""T.D."" 1"
4/27/1995,1995,CN,China,Tea,WRO,Agriculture,Active,,"North Tree Farm, Invented Tea Co., Ltd.; Imagined Tea Trading Co., Ltd. (of Nagoya, Japan)",
7/21/1998,1998,NP,Nepal,Carpets,WRO,Textiles,Partially Modified,,"First Carpet Pvt., Second Carpet Pvt., Ltd., Third Carpet, and N.N. Carpet Industries; Kathmandu.",
5/20/2016,2016,CN,China,Stevia,WRO,Agriculture,Active,,"Invented Group Agriculture, Industry, and Trade Co., Ltd.",
3/29/2016,2016,CN,China,Soda Ash,WRO,Chemicals,Active,,Sample Soda Group and its Subsidiaries,
9/3/2020,2020,CN,China,Apparel,WRO,Apparel,Active,,"Sample Garment Co., Ltd. and Fancy Trade and Business Co., Ltd.",
4/10/2024,2024,CN,China,Work Gloves,WRO,Apparel,Active,,"Sample Safety Company, Limited and its two subsidiaries from China, Fancy (Nan) Safety Co. Limited and Fancy Protective (HK) Limited.",
10/21/2021,2021,MX,Mexico,Tomatoes,WRO,Agriculture,Active,,Agro Uno S.A. de C.V. and Horti Dos S.A. de C.V. and their subsidiaries,
8/18/2020,2020,,Fishing Vessels,Seafood,WRO,Agriculture,Active,,Fishing Vessel: Invented Wang,
5/26/2021,2021,,Fishing Vessels,Seafood,WRO,Agriculture,Active,,Fishing Vessels owned by Sample Ocean Fishing Co. Ltd.,
5/18/2018,2018,TM,Turkmenistan,Cotton,WRO,Agriculture,Active,,All Sampleland Cotton or products produced with it.,
1/13/2021,2021,CN,China,Cotton,WRO,Agriculture,Active,,Sample Autonomous Region (SAR),
12/4/2024,2024,DO,Dominican Republic,Aluminum,Finding,Base Metals,Inactive-Pending Litigation,,Aluminio Inventado S.R.L.,
12/28/1953,1953,MX,Mexico,Furniture,Finding,Furniture,Active,,"State Prison, Invented City, Sampleland, Mexico",
1/1/2000,2000,IN,India,Shirts,WRO,Apparel,Inactive,,Ended Shirts Ltd,
1/1/2001,2001,IN,India,Shirts,WRO,Apparel,Active,,,
`;

const CSL_HEADER =
  "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids";

const cslRow = (cells: Readonly<Record<string, string>>): string =>
  Papa.unparse([CSL_HEADER.split(",").map((header) => cells[header] ?? "")]);

const SDN = "Specially Designated Nationals (SDN) - Treasury Department";
const EL = "Entity List (EL) - Bureau of Industry and Security";

export const CSL_CSV = [
  CSL_HEADER,
  cslRow({
    _id: "a1",
    source: SDN,
    entity_number: "100",
    type: "Entity",
    programs: "IFSR; NPWMD",
    name: "INVENTED HOLDINGS OOO",
    addresses: "d.7 ul. Sample, Moscow, 119180, RU; Sample Road 3, Dubai, AE",
    alt_names: "ВЫДУМАННЫЙ ХОЛДИНГ; شركة مخترعة; and 虚构控股有限公司",
    ids: "RU, 1087746334400, Registration ID; 7704681172, Tax ID No.; www.sample.example, Website",
    remarks: "Linked to a person",
  }),
  cslRow({
    _id: "a2",
    source: SDN,
    entity_number: "101",
    type: "Individual",
    programs: "SYRIA",
    name: "SAMPLE, Omran",
  }),
  cslRow({
    _id: "a3",
    source: SDN,
    entity_number: "102",
    type: "Vessel",
    name: "SAMPLE STAR",
    ids: "IMO 1234567, Vessel Registration Identification",
  }),
  cslRow({
    _id: "b1",
    source: EL,
    name: "Imagined Trading Co., Ltd.",
    addresses: "CN",
    federal_register_notice: "84 FR 54004, 10/9/19",
    start_date: "2019-10-09",
  }),
  cslRow({
    _id: "b2",
    source: EL,
    name: "54th Imagined Institute",
    addresses: "Beijing, CN",
    federal_register_notice: "66 FR 24266",
  }),
  cslRow({ _id: "b3", source: EL, name: "A. Q. Invented" }),
  cslRow({
    _id: "c1",
    source: "Denied Persons List (DPL) - Bureau of Industry and Security",
    name: " MICK SAMPLE",
    addresses: "123 S. DRIVE, AZ, 85251",
  }),
  cslRow({
    _id: "c2",
    source: "Denied Persons List (DPL) - Bureau of Industry and Security",
    name: "SAMPLE EXPORTS GMBH",
    end_date: "2020-10-15",
  }),
  cslRow({ _id: "d1", source: "ITAR Debarred (DTC) - State Department", name: "Imagined Arms, Inc." }),
  cslRow({ _id: "e1", source: "A List Nobody Knows", name: "Whatever Ltd" }),
].join("\r\n");

export const EU_CSV = `\ufefffileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_UnitedNationId;Entity_DesignationDate;Entity_DesignationDetails;Entity_Remark;Entity_SubjectType;Entity_SubjectType_ClassificationCode;Entity_Regulation_Type;Entity_Regulation_EntryIntoForceDate;Entity_Regulation_NumberTitle;Entity_Regulation_Programme;NameAlias_WholeName;Address_City;Address_Street;Address_CountryIso2Code;Identification_Number;Identification_TypeCode
05/08/2026;13;EU.27.28;;;;A remark;P;person;regulation;2003-07-07;1210/2003 (OJ L169);IRQ;Somebody Invented;;;;;
05/08/2026;20;EU.3502.46;;2022-03-15;;"A remark
about somebody";E;enterprise;regulation;2022-03-15;2022/336 (OJ L58);UKR;Invented Bank JSC;;;;;
05/08/2026;20;EU.3502.46;;2022-03-15;;;E;enterprise;regulation;2022-03-15;2022/336 (OJ L58);UKR;АО «Выдуманный банк»;;;;;
05/08/2026;13;EU.27.28;;;;;P;person;regulation;2003-07-07;1210/2003 (OJ L169);IRQ;Abu Invented;;;;;
05/08/2026;20;EU.3502.46;;2022-03-15;;;E;enterprise;regulation;2022-03-15;2022/336 (OJ L58);UKR;;Moscow;1 Sample Street;RU;1027700000000;regnumber
05/08/2026;30;EU.9.1;;;;;E;enterprise;regulation;2016-03-05;2016/44 (OJ L12);LBY;;;;00;;
`;

export const EU_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-08-05T16:47:04.449+02:00" globalFileId="1">
 <sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.27.28" logicalId="13">
  <remark>A remark</remark><subjectType code="person" classificationCode="P"/>
  <nameAlias firstName="Somebody" wholeName="Somebody Invented" strong="true" logicalId="17"/>
 </sanctionEntity>
 <sanctionEntity designationDate="2022-03-15" designationDetails="" unitedNationId="" euReferenceNumber="EU.3502.46" logicalId="20">
  <regulation regulationType="regulation" entryIntoForceDate="2022-03-15" numberTitle="2022/336 (OJ L58)" programme="UKR" logicalId="3"/>
  <subjectType code="enterprise" classificationCode="E"/>
  <nameAlias wholeName="Invented Bank JSC" strong="true" logicalId="1"/>
  <nameAlias wholeName="АО «Выдуманный банк»" strong="true" logicalId="2"/>
  <address city="Moscow" street="1 Sample Street" countryIso2Code="RU" logicalId="4"/>
  <identification number="1027700000000" identificationTypeCode="regnumber" logicalId="5"/>
 </sanctionEntity>
 <sanctionEntity euReferenceNumber="EU.9.1" logicalId="30"><subjectType code="enterprise" classificationCode="E"/></sanctionEntity>
</export>`;

export const WORLD_BANK_RECORDS: readonly (readonly string[])[] = [
  ["World Bank Listing of Ineligible Firms and Individuals"],
  [""],
  ["Firm Name", "Additional Firm Info", "Address", "Country", "Ineligibility Period", "", "Grounds"],
  ["", "", "", "", "From Date", "To Date", ""],
  [
    "INVENTED ROADS LIMITED *203",
    "Mr. Somebody is its director",
    "1 SAMPLE ROAD\nNAIROBI",
    "Kenya",
    "01-JAN-2024",
    "31-DEC-2029",
    "Fraudulent practice",
  ],
  ["Invented Roads Limited(*)", "", "", "Kenya", "01-MAY-2025", "Permanent", "Cross debarment: ADB"],
  [
    "IMAGINED WORKS CO., LTD. (A/K/A IW CO.)",
    "",
    "Sample Street 3",
    "China",
    "05-JUN-2025",
    "Ongoing",
    "Corrupt practice",
  ],
  ["MR. JOHN SAMPLE", "", "", "Kenya", "01-JAN-2024", "31-DEC-2029", "Fraudulent practice"],
  ["SAMPLE, JANE INVENTED", "", "", "India", "01-JAN-2024", "31-DEC-2029", "Fraudulent practice"],
  ["ENDED SUPPLIES LTD", "", "", "India", "01-JAN-2015", "31-DEC-2020", "Fraudulent practice"],
  ["Total: 6 records"],
];

const BRAZIL_HEADER =
  "ID;Ano da ação fiscal;UF;Empregador;CNPJ/CPF;Estabelecimento;Trabalhadores envolvidos;CNAE;Decisão administrativa de procedência;Inclusão no Cadastro de Empregadores";

export const BRAZIL_CSV = `MINISTÉRIO DO TRABALHO E EMPREGO;;;;;;;;;
Cadastro de Empregadores, atualizado em 04/09/2026;;;;;;;;;
${BRAZIL_HEADER}
1;2024;SP;FULANO INVENTADO DA SILVA;000.000.000-00;RESIDÊNCIA DE FULANO;1;9700-5/00;01/02/2024;05/04/2024
2;2024;MT;11.222.333 BELTRANO INVENTADO;11.222.333/0001-81;FAZENDA;2;2391-5/03;01/02/2024;09/04/2025
3;2024;PE;CICRANO INVENTADO;22.333.444/0001-05;SÍTIO;2;0161-0/03;01/02/2024;09/04/2025
4;2023;PR;AMOSTRA INDUSTRIA LTDA (*1);33.444.555/0004-40;"CHÁCARA TRÊS; CRUZEIRO DO SUL/PR";24;1063-5/00;01/02/2023;05/04/2024 a 10/05/2024, 09/04/2025
5;2022;MA;AMOSTRA INDÚSTRIA LTDA;33.444.555/0004-40;FAZENDA FERREIRA - MA;1;0220-9/02;01/02/2022;07/10/2024
6;2022;MA;ENGENHO FICTICIO S/A;44.555.666/0001-61;FAZENDA NORTE - MA;3;0220-9/02;01/02/2022;07/10/2023 a 01/02/2025
(*1) Inclusão por decisão judicial;;;;;;;;;
Total de empregadores: 6;;;;;;;;;
`;

export const OWN_CSV = `Our block list;;;;;;;;
Name;Aliases;Country;City;VAT number;LEI;Reason;Listed on;Remarks by
Invented Trading GmbH;Invented Handel | ITG;DE;Berlin;DE123456789;;unpaid wages found in an audit;04.03.2025;x
"ООО «Выдуманный завод»";;Russia;;;;left a corrective action open;2025-11-02;y
Mr John Sample;;KE;;;;;;z
;;;;;;no name here;;
Invented trading GmbH.;;DE;;;;again;;
`;

import type { SynonymGroup } from "../fields";

/** Headers of who works there and how they were recruited. */
export const LABOUR_SYNONYMS: readonly SynonymGroup[] = [
  {
    field: "workers",
    words: [
      "Workers", "Total Workers", "Total_Workers", "number_of_workers", "Number of workers", "numberofemployees", "Number of employees", "Employees", "Total employees", "Headcount",
      "No. of workers", "No of employees", "Workforce", "Workforce size", "Staff", "Staff count", "Worker count",
      "Численность работников", "Количество сотрудников", "Среднесписочная численность", "Численность", "Число работников", "Количество работников", "Персонал", "Қызметкерлер саны",
      "Anzahl Mitarbeiter", "Beschäftigte", "Mitarbeiter", "Mitarbeiterzahl", "Anzahl Beschäftigte", "Arbeitnehmer",
      "Effectif", "Effectifs", "Nombre de salariés", "Nombre d'employés", "Salariés", "Nombre de travailleurs",
      "Número de trabajadores", "Plantilla", "Trabajadores", "Empleados", "Número de empleados", "Nº de empregados", "Número de empregados", "Trabalhadores", "Funcionários",
      "Antall ansatte", "Arbeidere", "Ansatte", "Antall arbeidere", "Antal ansatte", "Medarbejdere",
      "公司规模", "员工人数", "职工人数", "从业人数", "員工人數", "工人人数", "人数", "Numero dipendenti", "Dipendenti", "Liczba pracowników", "Çalışan sayısı",
    ], // prettier-ignore
  },
  { field: "workers", weight: 72, words: ["Line Workers", "Production workers", "Factory workers"] },
  {
    field: "migrantShare",
    words: [
      "migrant_worker_share", "Migrant worker share", "% Migrant Workers", "Migrant_Workers", "Migrant Workers", "Migrant share", "Share of migrant workers", "Foreign workers", "% foreign workers", "Share of foreign workers",
      "Percent migrant workers", "Migrant worker %", "Migrants", "Number of migrant workers", "Migrant worker percentage",
      "Доля трудовых мигрантов", "Иностранные работники", "Доля мигрантов", "Доля иностранных работников", "Трудовые мигранты", "Мигранты",
      "Wanderarbeiter", "Anteil Wanderarbeiter", "Ausländische Arbeitskräfte", "Arbeitsmigranten", "Anteil Arbeitsmigranten",
      "Travailleurs migrants", "Part de travailleurs migrants", "Travailleurs étrangers", "% travailleurs migrants",
      "Trabajadores migrantes", "% trabajadores migrantes", "Trabajadores extranjeros", "Trabalhadores migrantes", "% trabalhadores migrantes",
      "Utenlandske arbeidere", "Andel utenlandske arbeidere", "Migrantarbeidere", "Vandrende arbejdstagere",
      "外来务工人员", "外籍劳工", "外籍劳工比例", "移民工人", "外籍移工", "Lavoratori migranti", "Göçmen işçi oranı",
    ], // prettier-ignore
  },
  {
    field: "agencyShare",
    words: [
      "agency_worker_share", "Agency worker share", "% Agency workers", "Agency Workers", "Temporary workers", "Contract labour", "Contract labor", "Contract workers", "Temp workers", "Share of agency workers", "Share of temporary workers",
      "% temporary workers", "% contract workers", "Subcontracted workers", "Outsourced workers", "Number of agency workers",
      "Заёмный труд", "Заемный труд", "Доля заёмных работников", "Доля заемных работников", "Временные работники", "Аутстаффинг",
      "Leiharbeitnehmer", "Zeitarbeit", "Anteil Leiharbeit", "Anteil Leiharbeitnehmer", "Zeitarbeiter", "Leiharbeit",
      "Intérimaires", "Part d'intérimaires", "Travailleurs intérimaires", "% intérimaires", "Temporales", "Trabajadores temporales", "% temporales", "Trabalhadores temporários", "Terceirizados",
      "Innleide", "Andel innleide", "Innleide arbeidere", "Vikarer", "劳务派遣人数", "劳务派遣", "劳务派遣比例", "派遣工", "Lavoratori interinali",
    ], // prettier-ignore
  },
  {
    field: "womenShare",
    words: [
      "Female_Workers", "% Female Workers", "Female Workers", "Women", "% women", "Share of women", "Women workers", "Female share", "Female worker share", "Women share", "womenShare", "Female employees", "% female",
      "Женщины", "Доля женщин", "Женщин", "Frauenanteil", "Frauen", "Anteil Frauen", "Femmes", "Part des femmes", "% femmes", "Mujeres", "% mujeres", "Mulheres", "% mulheres", "Kvinner", "Andel kvinner", "Kvinder",
      "女工", "女性员工", "女工比例", "女性比例", "Donne", "Kobiety",
    ], // prettier-ignore
  },
  {
    field: "youngShare",
    words: [
      "Young workers", "% young workers", "Share of young workers", "Workers under 25", "young_worker_share", "Youth share", "Молодые работники", "Доля молодых работников", "Junge Arbeitnehmer", "Jeunes travailleurs", "Trabajadores jóvenes",
      "Unge arbeidere", "青年工人", "青工比例",
    ], // prettier-ignore
  },
  { field: "workersRecruited", words: ["Workers recruited", "Number of workers recruited", "Recruited workers", "Workers recruited from abroad", "Workers recruited in the last 24 months", "workers_recruited", "Recruits", "Hires from abroad", "Migrant workers recruited", "Нанято работников", "Нанято из-за рубежа", "Число нанятых работников", "Завербовано работников", "Angeworbene Arbeitskräfte", "Anzahl angeworbener Arbeiter", "Travailleurs recrutés", "Trabajadores contratados en el extranjero", "Trabajadores reclutados", "Trabalhadores recrutados", "Rekrutterte arbeidere", "招聘人数", "招募人数"] }, // prettier-ignore
  { field: "recruitedFrom", words: ["Recruited from", "Recruitment countries", "Workers recruited from", "Countries of recruitment", "recruited_from", "Origin of workers", "Nationalities of workers", "Worker nationalities", "Откуда набраны", "Страны набора", "Страны найма", "Anwerbeländer", "Herkunft der Arbeitskräfte", "Pays de recrutement", "Países de reclutamiento", "Países de recrutamento", "Rekruttert fra", "招聘来源地", "招募国家"] }, // prettier-ignore
  { field: "recruiter", words: ["Recruiter", "Recruited by", "Recruiter kind", "Recruiter type", "recruited_by", "Recruitment channel", "Recruitment by", "Кто набирал", "Кем набраны", "Рекрутер", "Angeworben durch", "Rekrutierung durch", "Recruteur", "Recruté par", "Reclutador", "Reclutado por", "Recrutador", "Rekruttert av", "招聘方式", "招聘渠道"] }, // prettier-ignore
  { field: "recruiterLicenceNumber", words: ["Recruiter licence number", "Agent licence number", "Agency licence", "Agent license number", "Recruitment licence", "License number of agent", "Номер лицензии агентства", "Лицензия агентства", "Lizenznummer der Agentur", "Licence de l'agence", "Licencia de la agencia", "中介许可证号"] }, // prettier-ignore
  { field: "employerCostTotalUsd", words: ["Employer recruitment cost", "Recruitment cost paid by employer", "Employer-paid total cost", "Employer paid recruitment cost", "Total recruitment cost paid by employer", "employer_cost_total_usd", "Employer cost total", "Recruitment costs employer", "Расходы работодателя на набор", "Расходы работодателя на наём", "Vom Arbeitgeber gezahlte Anwerbekosten", "Coûts de recrutement payés par l'employeur", "Costes de contratación pagados por el empleador", "雇主支付的招聘费用"] }, // prettier-ignore
  { field: "papersHeldBy", words: ["Papers held by", "Passports held by", "Passport held by", "Who holds papers", "Who holds passports", "Identity documents held by", "papers_held_by", "Documents held by", "У кого документы", "Кто хранит документы", "Кто хранит паспорта", "Wer verwahrt die Pässe", "Passeports détenus par", "Quién guarda los pasaportes", "Hvem oppbevarer pass", "证件保管人", "护照保管"] }, // prettier-ignore
  { field: "workersRepaid", words: ["Workers repaid", "Number of workers repaid", "Workers reimbursed", "workers_repaid", "Repaid workers", "Возмещено работникам (чел.)", "Число работников, получивших возмещение", "Erstattete Arbeiter", "Travailleurs remboursés", "Trabajadores reembolsados", "获得退款的工人数"] }, // prettier-ignore
  { field: "amountRepaidUsd", words: ["Amount repaid", "Amount repaid to workers", "Repaid amount", "Fees repaid", "Reimbursed amount", "Repayment", "amount_repaid_usd", "Возмещённая сумма", "Сумма возмещения", "Erstatteter Betrag", "Montant remboursé", "Importe reembolsado", "退款金额", "偿还金额"] }, // prettier-ignore
  { field: "feesPaidByWorkers", words: ["recruitment_fees_paid_by_workers", "Recruitment fees paid by workers", "Fees paid by workers", "Workers paid fees", "Worker-paid fees", "Do workers pay recruitment fees", "Recruitment fees", "Платят ли работники за трудоустройство", "Сборы, уплаченные работниками", "Плата за трудоустройство", "Von Arbeitern gezahlte Gebühren", "Vermittlungsgebühren gezahlt", "Frais de recrutement payés par les travailleurs", "Comisiones pagadas por los trabajadores", "Taxas pagas pelos trabalhadores", "Rekrutteringsgebyr betalt av arbeidere", "工人支付招聘费", "工人是否支付招聘费用"] }, // prettier-ignore
  { field: "feePerWorkerUsd", words: ["average_recruitment_fee", "Average recruitment fee", "Recruitment fee per worker", "Fee per worker", "Average fee paid by workers", "Average fee", "Mean recruitment fee", "Recruitment fee amount", "Средняя плата за трудоустройство", "Средний сбор с работника", "Durchschnittliche Vermittlungsgebühr", "Frais de recrutement moyens", "Comisión media de contratación", "Gjennomsnittlig rekrutteringsgebyr", "平均招聘费"] }, // prettier-ignore
  { field: "monthlyContractPayUsd", words: ["Monthly contract pay", "Monthly wage", "Monthly pay", "Basic monthly wage", "Contract pay per month", "Basic pay", "Monthly salary of workers", "Месячная зарплата работников", "Monatslohn", "Salaire mensuel", "Salario mensual", "月工资"] }, // prettier-ignore
  {
    field: "feeMonthsOfPay",
    words: [
      "Fee in months of pay",
      "Fees in months of pay",
      "Fee months of pay",
      "Months of pay to cover fee",
      "Recruitment fee in months of pay",
      "Плата в месячных зарплатах",
    ],
  },
  {
    field: "debtMonthsOfPay",
    words: [
      "Debt in months of pay",
      "Debt months of pay",
      "Recruitment debt in months of pay",
      "Months of debt",
      "Долг в месячных зарплатах",
    ],
  },
  {
    field: "corridorCostPerWorkerUsd",
    words: [
      "Corridor cost per worker",
      "Recruitment corridor cost",
      "Known corridor cost",
      "Стоимость коридора на работника",
    ],
  },
  {
    field: "corridorCostSource",
    words: ["Corridor cost source", "Source of corridor cost", "Источник стоимости коридора"],
  },
  { field: "usesLabourAgents", words: ["uses_labour_agents", "uses_labor_agents", "Uses labour agents", "Labour agents", "Labor agents", "Uses recruitment agencies", "Uses agents", "Recruitment agents used", "Labour brokers", "Uses labour brokers", "Использует кадровые агентства", "Использует посредников", "Трудовые посредники", "Nutzt Arbeitsvermittler", "Einsatz von Vermittlern", "Recours à des agences de recrutement", "Usa agencias de empleo", "Usa intermediarios", "Usa agentes de recrutamento", "Bruker bemanningsbyrå", "使用劳务中介"] }, // prettier-ignore
  { field: "passportRetention", words: ["passport_retention", "Passport retention", "Passports retained", "Retention of passports", "Passports withheld", "Document retention", "Удержание паспортов", "Изъятие паспортов", "Einbehalt von Pässen", "Pässe einbehalten", "Rétention des passeports", "Confiscation des passeports", "Retención de pasaportes", "Retenção de passaportes", "Tilbakeholdelse av pass", "扣押护照", "扣留护照"] }, // prettier-ignore
  { field: "depositsHeld", words: ["Deposits held", "Deposits", "Worker deposits", "Deposits held from workers", "Bonds held", "Залоги работников", "Удержанные залоги", "Kautionen", "Cautions retenues", "Depósitos retenidos", "Depósitos retidos", "Depositum", "押金"] }, // prettier-ignore
  { field: "wagesWithheld", words: ["Wages withheld", "Withheld wages", "Wage withholding", "Wage deductions for recruitment", "Удержание зарплаты", "Einbehaltene Löhne", "Retenue de salaires", "Salarios retenidos", "Salários retidos", "Tilbakeholdt lønn", "克扣工资"] }, // prettier-ignore
  { field: "freedomToLeave", words: ["Freedom to leave", "Free to leave", "Freedom of movement", "Can workers leave", "Свобода ухода", "Свобода увольнения", "Freiheit zu gehen", "Liberté de partir", "Libertad para irse", "Frihet til å slutte", "离职自由"] }, // prettier-ignore
  { field: "grievanceMechanism", words: ["grievance_mechanism", "Grievance mechanism", "Complaints mechanism", "Complaints channel", "Grievance channel", "Worker hotline", "Механизм подачи жалоб", "Канал жалоб", "Beschwerdemechanismus", "Beschwerdeverfahren", "Mécanisme de plainte", "Mécanisme de réclamation", "Mecanismo de quejas", "Mecanismo de reclamação", "Klageordning", "Klagekanal", "申诉机制"] }, // prettier-ignore
  { field: "employerPaysPolicy", words: ["Employer pays policy", "Employer pays principle", "Employer Pays", "No-fee policy", "No recruitment fee policy", "Политика «платит работодатель»", "Платит работодатель", "Arbeitgeber-zahlt-Prinzip", "Principe employeur payeur", "Política de empleador paga", "雇主付费政策"] }, // prettier-ignore
  { field: "contractInOwnLanguage", words: ["Contract in own language", "Contract in worker language", "Contracts in workers' language", "Договор на родном языке", "Vertrag in eigener Sprache", "Contrat dans la langue du travailleur", "Contrato en su idioma", "母语合同"] }, // prettier-ignore
  { field: "recruitmentProof", words: ["Recruitment proof", "Proof of recruitment", "Proof", "Evidence level", "Level of proof", "Recruitment evidence", "Proof of recruitment practice", "Доказательства", "Подтверждение", "Nachweis", "Preuve", "Prueba", "Prova", "Bevis", "证明"] }, // prettier-ignore
  { field: "remediation", words: ["Remediation", "Remediation stage", "Fee remediation", "Repayment status", "Возмещение", "Стадия возмещения", "Wiedergutmachung", "Remédiation", "Remediación", "补救"] }, // prettier-ignore
];

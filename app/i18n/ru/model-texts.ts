/**
 * Texts of the released model files, their cases and their studies in Russian, by the English text. A test holds that every text a
 * page shows in the reader's language stands here, and that nothing stands here that no file says. Judgements (why) stay English.
 */
import { modelCaseTexts } from "./model-case-texts";

const inputs = {
  Governance: "Качество управления",
  "Mean of five World Bank governance estimates: control of corruption, government effectiveness, political stability, regulatory quality, rule of law (at least four of them).":
    "Среднее пяти оценок управления Всемирного банка: борьба с коррупцией, эффективность правительства, политическая стабильность, качество регулирования, верховенство права (не меньше четырёх из них).",
  "standard normal units, about -2.5 to 2.5": "единицы стандартного нормального распределения, примерно от −2,5 до 2,5",
  "Voice and accountability": "Право голоса и подотчётность",
  "World Bank estimate of how far people can speak, assemble and organise: part of freedom to organise in practice.":
    "Оценка Всемирного банка: насколько люди могут высказываться, собираться и объединяться; часть свободы объединения на деле.",
  "Labour rights (SDG 8.8.2)": "Трудовые права (ЦУР 8.8.2)",
  "Level of national compliance with freedom of association and collective bargaining, 0 best to 10 worst, from ILO textual sources.":
    "Насколько страна соблюдает свободу объединения и коллективных переговоров: от 0 (лучше всего) до 10 (хуже всего), по текстам МОТ.",
  "score 0 (best) to 10 (worst)": "балл от 0 (лучше всего) до 10 (хуже всего)",
  "Freedom to organise conventions": "Конвенции о свободе объединения",
  "Share of ILO C87 and C98 not in force.": "Доля не действующих конвенций МОТ из двух: № 87 и № 98.",
  "share of conventions not in force": "доля не действующих конвенций",
  "Goods listed with forced labour": "Товары в перечне принудительного труда",
  "Number of goods the US Department of Labor lists for this country with forced labour or forced child labour.":
    "Число товаров этой страны, которые Министерство труда США указывает с принудительным трудом или принудительным детским трудом.",
  "goods listed": "товаров в перечне",
  "Trafficking in Persons tier": "Группа в докладе о торговле людьми",
  "Tier of the US Department of State: 1, 2, 2 Watch List, 3. A special case is unknown. It judges a government's efforts, not how much trafficking there is.":
    "Группа по докладу Госдепартамента США: 1, 2, 2 под наблюдением, 3. Особый случай — это неизвестное. Группа оценивает усилия правительства, а не размах торговли людьми.",
  "tier rank: 1 = Tier 1, 2 = Tier 2, 3 = Tier 2 Watch List, 4 = Tier 3":
    "номер группы: 1 — группа 1, 2 — группа 2, 3 — группа 2 под наблюдением, 4 — группа 3",
  "Forced-labour conventions": "Конвенции о принудительном труде",
  "Share of ILO C29, C105 and the Protocol P29 not in force.":
    "Доля не действующих документов МОТ из трёх: конвенции № 29 и № 105 и Протокол к конвенции № 29.",
  "Published evidence on the sector": "Опубликованные сведения об отрасли",
  "Number of separate published sources that name forced labour in this ISIC division: studies, helplines, lists of goods.":
    "Число отдельных опубликованных источников, называющих принудительный труд в этом разделе МСОК: исследования, горячие линии, перечни товаров.",
  "published sources": "опубликованных источников",
  "What is bought": "Что закупается",
  "The strongest single sign about the work or the good: labour provider, labour-heavy service, a good listed with forced labour for its origin or elsewhere. See the table of signs.":
    "Самый сильный признак работы или товара: поставщик рабочей силы, трудоёмкая услуга, товар из перечня принудительного труда для своего происхождения или для других стран. См. таблицу признаков.",
  "strength of the sign, 0 to 1": "сила признака, от 0 до 1",
  "Fees paid and debt carried": "Уплаченные сборы и долг",
  "What workers paid or still owe for their job, in months of basic contract pay: costs + interest + wage advances + deposits - repaid, worst group of five or more workers.":
    "Сколько работники заплатили или ещё должны за место, в месяцах основной оплаты по договору: расходы + проценты + авансы + залоги − возвращённое; худшая группа из пяти и более работников.",
  "months of basic contract pay": "месяцы основной оплаты по договору",
  "Who recruits": "Кто нанимает",
  "Own staff, licensed agent, sub-agent. A licence number is shown and never lowers the value.":
    "Свои сотрудники, лицензированный посредник, субпосредник. Номер лицензии показан и никогда не снижает значение.",
  answer: "ответ",
  "Who holds papers": "У кого документы",
  "Passports and identity papers kept by employer or agent.":
    "Паспорта и удостоверения личности, которые держит работодатель или посредник.",
  "Deposits and bonds": "Залоги и обеспечения",
  "Deposits, bonds or securities held from workers.": "Залоги и обеспечения, удерживаемые с работников.",
  "Wages withheld": "Удержание зарплаты",
  "Wages withheld, delayed or cut to recover recruitment costs.":
    "Зарплату удерживают, задерживают или урезают, чтобы вернуть расходы на наём.",
  "Freedom to leave": "Свобода уйти",
  "Workers can leave the job and the housing without penalty.":
    "Работники могут уйти с работы и из жилья без наказания.",
  "Contract in own language": "Договор на родном языке",
  "Workers signed a contract in their own language before leaving home.":
    "Работники подписали договор на родном языке до отъезда.",
  "Complaints channel": "Канал жалоб",
  "A channel workers trust, in their languages.": "Канал, которому работники доверяют, на их языках.",
  "Workers exposed": "Затронутые работники",
  "The mean of the other recruitment inputs times the largest share of migrant, agency, women or young workers; the share is taken as 1 when unknown. Composition alone is worth nothing.":
    "Среднее остальных показателей найма, умноженное на наибольшую из долей мигрантов, заёмных работников, женщин или молодых; если доля неизвестна, берётся 1. Сам по себе состав ничего не весит.",
  "share of workers": "доля работников",
};

const licencesAndCoverage = {
  "CC BY 4.0 (World Bank)": "CC BY 4.0 (Всемирный банк)",
  "UN Statistics Division, terms of the SDG database": "Статистический отдел ООН, условия базы ЦУР",
  "ILO, CC BY 4.0 or facts of public record": "МОТ, CC BY 4.0 или общедоступные факты",
  "US government work, public domain": "произведение правительства США, общественное достояние",
  "facts cited from each source; see the table": "факты по каждому источнику; см. таблицу",
  "facts cited from each source": "факты по каждому источнику",
  "own method": "собственный метод",
  "212 countries and territories": "212 стран и территорий",
  "205 countries and territories": "205 стран и территорий",
  "136 countries": "136 стран",
  "187 ILO members": "187 членов МОТ",
  "all countries of the tables but the publisher's own and the four that are new in 2024 with a good not named":
    "все страны таблиц, кроме страны издателя и четырёх, новых в 2024 году, чей товар не назван",
  "184 countries with a tier in 2025": "184 страны с группой в 2025 году",
  "88 ISIC divisions; those without a source get a wide span":
    "88 разделов МСОК; у тех, о которых нет источника, широкий размах",
  "every supplier with a sector, a product or a role": "каждый поставщик, у которого есть отрасль, товар или роль",
  "what the supplier or the workers tell": "то, что говорят поставщик или работники",
  "what is told": "то, что сказано",
};

const experts = {
  "a statistician of composite indicators": "статистик по составным показателям",
  "labour inspectorates and trade unions of the country": "инспекции труда и профсоюзы страны",
  "the ILO standards department": "департамент международных трудовых норм МОТ",
  "ILAB researchers; national labour inspectorates": "исследователи ILAB; национальные инспекции труда",
  "ILAB researchers": "исследователи ILAB",
  "national rapporteurs on trafficking": "национальные докладчики по торговле людьми",
  "sector federations, unions and labour inspectorates": "отраслевые объединения, профсоюзы и инспекции труда",
  "fair-recruitment specialists of the ILO, IOM and worker organisations":
    "специалисты МОТ, МОМ и организаций работников по справедливому найму",
  "legal reviewers and worker organisations": "юристы и организации работников",
  "UNGP practitioners and affected workers": "практики Руководящих принципов ООН и сами работники",
};

const practices = {
  "Answers on fees, employer pays, repayment": "Ответы о сборах, оплате работодателем, возврате",
  "What the supplier shows about who paid and what was repaid.":
    "Что поставщик показывает о том, кто заплатил и что возвращено.",
  "Answers on who recruits": "Ответы о том, кто нанимает",
  "Own staff or licensed agents instead of sub-agents.":
    "Свои сотрудники или лицензированные посредники вместо субпосредников.",
  "Papers with the worker": "Документы у работника",
  "Passports and papers are held by workers.": "Паспорта и документы у самих работников.",
  "No deposits": "Залогов нет",
  "No deposits or bonds are held.": "Залогов и обеспечений не удерживают.",
  "Wages paid in full": "Зарплата платится полностью",
  "No deduction recovers recruitment costs.": "Никакое удержание не возвращает расходов на наём.",
  "Free to leave": "Можно уйти",
  "Workers can leave without penalty.": "Работники могут уйти без наказания.",
  "Signed before leaving home.": "Подписан до отъезда.",
  "One that workers use.": "Такой, которым работники пользуются.",
};

const floors = {
  "authority finding or court decision on this entity": "решение органа власти или суда об этой организации",
  "that authority's closure": "тем, что этот орган закрыл дело",
  "That of the authority that made it.": "То, которое придаёт ему этот орган.",
  "confirmed match with a list whose ground is forced labour or a State-imposed programme":
    "подтверждённое совпадение со списком, основание которого — принудительный труд или государственная программа",
  "delisting only": "только исключением из списка",
  "That of the list, printed with each match; none in an EU award when the list is foreign.":
    "То, которое имеет список; оно напечатано при каждом совпадении. Иностранный список при закупке в ЕС не имеет никакого.",
  "signs of involuntariness and of threat, both with evidence":
    "признаки недобровольности и угрозы, оба с доказательствами",
  "verified remedy": "проверенным возмещением",
  "None by itself; a case for action.": "Само по себе никакого; повод действовать.",
  "State-imposed programme for the named region, or the good and stated origin":
    "государственная программа в названном регионе либо для товара названного происхождения",
  "traceability to another origin": "прослеженным другим происхождением",
  "Named by US authorities; in US law imports from Xinjiang are presumed made with forced labour. No ground of exclusion in EU law by itself.":
    "Названо ведомствами США; по праву США ввоз из Синьцзяна считается сделанным принудительным трудом, пока не доказано иное. Само по себе не основание для исключения в праве ЕС.",
  "country and good listed with forced labour": "страна и товар указаны в перечне принудительного труда",
  "evidence of another origin": "доказательством другого происхождения",
  "Named on a list of the US Department of Labor, which bars nothing by itself. No ground of exclusion in EU law.":
    "Названо в перечне Министерства труда США, который сам ничего не запрещает. Не основание для исключения в праве ЕС.",
};

const signs = {
  "The supplier provides workers (ISIC 78 or that role).":
    "Поставщик предоставляет работников (раздел 78 МСОК или такая роль).",
  "A good bought is listed with forced labour for its stated origin.":
    "Закупаемый товар указан в перечне принудительного труда для названного происхождения.",
  "A good bought is listed with forced labour for the country where the supplier works or sits; the origin is not stated.":
    "Закупаемый товар указан в перечне принудительного труда для страны, где работает или зарегистрирован поставщик; происхождение не названо.",
  "A labour-heavy service: cleaning, catering, security, laundry, care, construction, waste, grounds, harvest, domestic work.":
    "Трудоёмкая услуга: уборка, питание, охрана, стирка, уход, строительство, отходы, благоустройство, сбор урожая, домашний труд.",
  "A good bought is listed with forced labour for some countries; its origin is not known.":
    "Закупаемый товар указан в перечне принудительного труда для некоторых стран; происхождение неизвестно.",
  "A material in what is bought is listed with forced labour for its stated origin.":
    "Материал в закупаемом указан в перечне принудительного труда для названной страны его происхождения.",
  "The sector makes a good listed with forced labour for this country; the product is not named.":
    "Отрасль производит товар, указанный в перечне принудительного труда для этой страны; сам товар не назван.",
  "A good bought is listed for its origin with child labour only.":
    "Закупаемый товар указан для своего происхождения только с детским трудом.",
  "A good bought is listed with forced labour for other countries than its origin.":
    "Закупаемый товар указан в перечне принудительного труда для других стран, не для своего происхождения.",
  "The sector makes goods listed with forced labour for other countries; the product is not named.":
    "Отрасль производит товары, указанные в перечне принудительного труда для других стран; сам товар не назван.",
  "A good bought is listed for other countries with child labour only.":
    "Закупаемый товар указан для других стран только с детским трудом.",
  "A trader whose goods are not named.": "Торговец, товары которого не названы.",
  "None of these signs.": "Ни одного из этих признаков.",
};

const classes = {
  "Central Asia": "Центральная Азия",
  "Eastern Asia": "Восточная Азия",
  "Eastern Europe": "Восточная Европа",
  "Latin America and the Caribbean": "Латинская Америка и Карибский бассейн",
  Micronesia: "Микронезия",
  "Northern Africa": "Северная Африка",
  "Northern Europe": "Северная Европа",
  Polynesia: "Полинезия",
  "South-eastern Asia": "Юго-Восточная Азия",
  "Southern Asia": "Южная Азия",
  "Southern Europe": "Южная Европа",
  "Sub-Saharan Africa": "Африка к югу от Сахары",
  "Western Asia": "Западная Азия",
  "Western Europe": "Западная Европа",
};

const variants = {
  "The country dimension without the Trafficking in Persons tier; its weight goes to governance and labour rights.":
    "Измерение страны без группы доклада о торговле людьми; её вес отдан качеству управления и трудовым правам.",
};

export const modelTexts: Readonly<Record<string, string>> = {
  ...inputs,
  ...licencesAndCoverage,
  ...experts,
  ...practices,
  ...floors,
  ...signs,
  ...classes,
  ...variants,
  ...modelCaseTexts,
};

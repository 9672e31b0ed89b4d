/** Worked cases and studies of the released models in Russian, by the English text. */
const cases = {
  "A software firm in Denmark that tells of fees of four months":
    "Разработчик программ в Дании, который рассказал о плате в четыре месячных заработка",
  "A software firm in Denmark, twelve months of debt":
    "Разработчик программ в Дании, долг в двенадцать месячных заработков",
  "A garment maker in Portugal whose cotton is stated to come from Turkmenistan":
    "Швейная фабрика в Португалии: хлопок, как указано, из Туркменистана",
  "A software firm in Denmark that told nothing": "Молчащая фирма программистов в Дании",
  "A software firm in a Tier 3 country": "Фирма программистов в стране группы 3",
  "An office cleaning firm in Germany": "Уборка офисов в Германии",
  "A temporary-work agency in Norway": "Агентство временного труда в Норвегии",
  "A garment maker in Bangladesh, origin not stated": "Швейная фабрика в Бангладеш, происхождение не названо",
  "Cotton of stated origin Turkmenistan through a German trader":
    "Хлопок, происхождение — Туркменистан, через немецкого торговца",
  "Tomato products from Xinjiang": "Томатные продукты из Синьцзяна",
  "Electronics maker in Malaysia, bare denial": "Изготовитель электроники в Малайзии, голое отрицание",
  "Electronics maker in Malaysia that discloses fees of four months":
    "Изготовитель электроники в Малайзии, который сообщает о сборах в четыре месяца оплаты",
  "Electronics maker in Malaysia, twelve months of debt":
    "Изготовитель электроники в Малайзии, долг в двенадцать месяцев оплаты",
  "Electronics maker in Malaysia, everything proven by worker interviews":
    "Изготовитель электроники в Малайзии, всё подтверждено беседами с работниками",
  "Care home in the United Kingdom with invoices for fees and papers":
    "Дом престарелых в Великобритании, о сборах и документах есть счета",
  "Builder in Saudi Arabia, silent: the destination has a published norm of nine months":
    "Строитель в Саудовской Аравии, молчит: для страны опубликована норма в девять месяцев",
  "Bank in Switzerland": "Банк в Швейцарии",
  "Silk cocoons of stated origin Uzbekistan": "Коконы шелкопряда, происхождение — Узбекистан",
  "Cotton of stated origin Uzbekistan: the programme has ended":
    "Хлопок, происхождение — Узбекистан: программа прекращена",
  "Security firm in Poland, migrant share stated, agents used":
    "Охранная фирма в Польше, доля мигрантов названа, наём через посредников",
};

const studies = {
  "more months of fees or debt never lower the score": "больше месяцев сборов или долга никогда не снижают оценку",
  "a weaker proof never lowers it": "более слабое подтверждение никогда её не снижает",
  "order and batch do not matter": "порядок и разбивка списка не важны",
  "where worker-paid fees are the norm, silence never ranks better than a fee up to the typical one, told":
    "где сборы с работников обычны, молчание никогда не стоит лучше названного сбора, если он не выше типичного",
  "nor does bare denial": "и голое отрицание тоже",
  "more dollars of fees never lower it, from none on and with a repayment told (added after the plan)":
    "больше долларов сборов никогда её не снижают, начиная с нуля и при названном возврате (добавлено после плана)",
  imputation: "заполнение пробелов",
  aggregation: "сведение измерений",
  "weights of dimensions": "веса измерений",
  "weights of inputs": "веса показателей",
  anchors: "опорные точки",
  missingness: "недостающие данные",
  "heights of silence": "значения молчания",
  "heights of signs": "высоты признаков",
  "heights of answers": "высоты ответов",
  "nor does silence in any other work": "то же о молчании в любой другой работе",
  "nor does bare denial in any other work": "то же о голом отрицании в любой другой работе",
  "nor does silence against any practices told beside such a fee":
    "то же о молчании против любых названных практик вместе с такой платой",
  model: "модели",
  "model without the list of goods": "модели без перечня товаров",
  "TIP tier alone": "одной группе доклада о торговле людьми",
  "listed good alone": "одному перечню товаров",
  "no sector": "без отрасли",
  "no country": "без страны",
  "Customs order: reported apart": "приказ таможни: приведён отдельно",
  "goods, a region or a vessel, not a company": "товар, регион или судно, не компания",
  "another ground": "другое основание",
};

export const modelCaseTexts: Readonly<Record<string, string>> = { ...cases, ...studies };

export const risk = {
  band: { low: "Низкая", raised: "Повышенная", high: "Высокая" },
  level: { listed: "Только название", placed: "Название и страна", indicative: "Ориентировочно", assessed: "Оценён" },
  levelMeaning: {
    listed: "больше ничего не известно",
    placed: "что закупается, неизвестно",
    indicative: "страна и отрасль или товар",
    assessed: "ещё и факт о самом поставщике",
  },
  role: {
    maker: "изготовитель",
    trader: "торговец",
    serviceOnOurPremises: "услуги на нашей площадке",
    serviceElsewhere: "услуги в другом месте",
    labourProvider: "поставщик рабочей силы",
    agent: "посредник",
    notASeller: "не продавец",
    unknown: "неизвестно",
  },
} as const;

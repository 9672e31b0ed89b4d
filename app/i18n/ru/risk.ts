export const risk = {
  band: { low: "Низкая", raised: "Повышенная", high: "Высокая" },
  level: { listed: "В списке", placed: "С местом", indicative: "Ориентир", assessed: "Оценён" },
  levelMeaning: {
    listed: "название",
    placed: "название и страна",
    indicative: "ещё и отрасль или товар",
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

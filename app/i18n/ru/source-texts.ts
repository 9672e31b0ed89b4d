/**
 * Our own notes on the licences of published sources in Russian, by the English note. Names of licences stay as they are; a test
 * holds that every note of the tables stands here, and that nothing stands here that no table says.
 */
const notConfirmed = "не подтверждено издателем";
const notStated = "в прочитанной копии не указана";

export const sourceTexts: Readonly<Record<string, string>> = {
  'All rights reserved: the workbook prints "Copyright 2023 Minderoo Foundation Limited. All Rights reserved" and asks for citation; the repository copy is under MPL-2.0 but that licence covers its code. Validation only; not carried here: it would need the permission of Walk Free':
    "все права защищены: в книге напечатано «Copyright 2023 Minderoo Foundation Limited. All Rights reserved», и она просит себя цитировать; копия в репозитории под MPL-2.0, но эта лицензия относится к коду. Только для сверки; сюда не перенесено: нужно разрешение Walk Free",
  "CC BY 3.0 IGO (not confirmed with the publisher; not printed in the file read)": `CC BY 3.0 IGO (${notConfirmed}; в прочитанном файле не напечатано)`,
  "CC BY 4.0 (World Bank data terms)": "CC BY 4.0 (условия Всемирного банка для данных)",
  "CC BY 4.0 (not confirmed with the publisher; not printed in the file read)": `CC BY 4.0 (${notConfirmed}; в прочитанном файле не напечатано)`,
  "CC BY-ND (Statista charts); figure only": "CC BY-ND (диаграммы Statista); взято только число",
  "EUPL (package)": "EUPL (пакет)",
  "Gapminder: CC BY 4.0 (not confirmed with the publisher)": `Gapminder: CC BY 4.0 (${notConfirmed})`,
  "Gapminder: CC BY 4.0 (not confirmed with the publisher); UN DESA: CC BY 3.0 IGO (not confirmed with the publisher)": `Gapminder: CC BY 4.0 (${notConfirmed}); ДЭСВ ООН: CC BY 3.0 IGO (${notConfirmed})`,
  "ILO Open Access policy: CC BY 4.0 for datasets published on or after 2023-05-03; earlier ILO content not automatically CC (ilo.org/global/copyright, read in the stored copy)":
    "политика открытого доступа МОТ: CC BY 4.0 для данных, опубликованных с 2023-05-03; более ранние материалы МОТ не всегда под CC (ilo.org/global/copyright, прочитано в сохранённой копии)",
  "ILO copyright; figures only": "права у МОТ; взяты только числа",
  "ILO copyright; paraphrased": "права у МОТ; пересказано",
  "Mozilla Public License 2.0 (repository)": "Mozilla Public License 2.0 (репозиторий)",
  "Open Government Licence not checked": "Open Government Licence не проверена",
  "Swiss federal legislation, not protected by copyright (not confirmed with the publisher)": `федеральное законодательство Швейцарии, авторским правом не охраняется (${notConfirmed})`,
  "US government work": "произведение правительства США",
  "US government work, public domain (17 U.S.C. 105)":
    "произведение правительства США, общественное достояние (17 U.S.C. 105)",
  "US government work, public domain (17 U.S.C. 105); repository CC0-1.0":
    "произведение правительства США, общественное достояние (17 U.S.C. 105); репозиторий CC0-1.0",
  "US state page": "страница штата США",
  "World Bank terms": "условия Всемирного банка",
  "copyright of the firm; facts only used": "права у фирмы; взяты только факты",
  "copyright; facts only": "авторское право; взяты только факты",
  "copyright; figures only": "авторское право; взяты только числа",
  "copyright; list of names only": "авторское право; взят только перечень названий",
  "copyright; list paraphrased": "авторское право; перечень пересказан",
  "copyright; paraphrased": "авторское право; пересказано",
  "copyright; rule paraphrased": "авторское право; правило пересказано",
  "data stated to be open; figures only": "данные названы открытыми; взяты только числа",
  "government page": "страница правительства",
  "no licence file in the repository; work of the US government":
    "файла лицензии в репозитории нет; произведение правительства США",
  "no licence file; only means computed": "файла лицензии нет; взяты только средние",
  "no licence file; paraphrased": "файла лицензии нет; пересказано",
  "not stated in the copy read": notStated,
  "not stated in the copy read (UN Treaty Collection)": `${notStated} (Собрание договоров ООН)`,
  "not stated in the copy read (UN data terms)": `${notStated} (условия ООН для данных)`,
  "not stated in the copy read (facts only taken)": `${notStated} (взяты только факты)`,
  "not stated in the copy read (government treaty database)": `${notStated} (база договоров правительства)`,
  "not stated in the copy read; Freedom House asks for attribution and for permission in commercial use (not confirmed with the publisher)": `${notStated}; Freedom House просит указывать источник и спрашивать разрешения для коммерческих целей (${notConfirmed})`,
  "not stated in the copy read; ITUC copyright (permission to redistribute not confirmed)": `${notStated}; права у МКП (разрешение на распространение не подтверждено)`,
  "open access at the publisher; figures only": "открытый доступ у издателя; взяты только числа",
  paraphrased: "пересказано",
  "the list itself is a US government work": "сам перечень — произведение правительства США",
  "the list itself is a US government work; the site restricts reuse of its own reports":
    "сам перечень — произведение правительства США; сайт ограничивает использование собственных отчётов",
  "the workbook says all rights reserved": "в книге сказано, что все права защищены",
};

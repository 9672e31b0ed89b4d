/** ISO 4217 codes in use and the signs and words by which lists write them. */

/** Every ISO 4217 code in use. */
export const CURRENCY_CODES: readonly string[] = (
  "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE " +
  "CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES " +
  "KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD " +
  "OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY " +
  "TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG"
).split(" ");
const CODES = new Set(CURRENCY_CODES);

/** Written forms, lower case. `kr` and a bare `$` do not say which currency and are not here. */
const WORDS: Readonly<Record<string, string>> = {
  "£": "GBP", "€": "EUR", "₽": "RUB", "₸": "KZT", "₴": "UAH", "₹": "INR", "₺": "TRY", "₫": "VND", "₩": "KRW", "₱": "PHP", "฿": "THB", "zł": "PLN", "us$": "USD", "r$": "BRL", "nt$": "TWD", "hk$": "HKD", "c$": "CAD", "a$": "AUD", "元": "CNY", "rmb": "CNY",
  "руб": "RUB", "руб.": "RUB", "р.": "RUB", "рублей": "RUB", "тенге": "KZT", "тг": "KZT", "грн": "UAH", "сум": "UZS", "евро": "EUR", "долл": "USD", "euro": "EUR", "euros": "EUR", "dollars": "USD", "pounds": "GBP", "rub": "RUB", "rur": "RUB", "eur.": "EUR", "人民币": "CNY", "美元": "USD", "欧元": "EUR",
}; // prettier-ignore

/** ISO 4217 code of a code, sign or word in any case; "" when it is none. */
export function currencyCode(text: string): string {
  if (text.length === 3) {
    const upper = text.toUpperCase();
    if (CODES.has(upper)) return upper;
  }
  return text.length <= 8 ? (WORDS[text.toLowerCase()] ?? "") : "";
}

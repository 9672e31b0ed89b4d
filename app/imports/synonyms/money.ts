import type { SynonymGroup } from "../fields";

/** Headers of spend, its currency and its day. Net amounts win over gross ones. */
export const MONEY_SYNONYMS: readonly SynonymGroup[] = [
  {
    field: "amount",
    weight: 106,
    words: [
      "annual_spend", "Annual spend", "Net Amount", "Net", "Net value", "Invoice Line Value (net of VAT)", "Total (excludes VAT)", "Amount excl VAT", "Amount excluding VAT",
      "Amount net of VAT", "Net invoice amount", "Net spend", "Spend", "Total spend", "Spend amount", "Annual expenditure", "Annual purchase volume", "Purchase volume",
      "Netto", "Nettobetrag", "Betrag netto", "Betrag in Hauswährung", "Einkaufsvolumen", "Montant HT", "Importe neto", "Valor líquido", "Beløp ekskl mva", "Beløp eks mva",
      "Innkjøpsvolum", "Kontantbeløp", "Сумма без НДС", "采购金额", "年采购额", "Importo netto",
    ], // prettier-ignore
  },
  {
    field: "amount",
    words: [
      "Amount", "Amount paid", "Payment amount", "Paid amount", "Value", "Invoiced Value", "Invoice amount", "Invoice value", "Transaction amount", "Transaction value",
      "dollarsobligated", "PO value", "Order value", "Contract value", "Award value", "awards/0/value/amount", "Turnover", "Sum", "Line amount", "Distribution amount", "Contract amount",
      "Стоимость контракта", "Общая сумма поставщика", "Сумма", "Цена контракта", "Плановая сумма", "Сумма договора", "Сумма платежа", "Стоимость", "Объем закупок", "Объём закупок",
      "Сомасы", "Сума", "Вартість",
      "Betrag", "Umsatz", "Rechnungsbetrag", "Auftragswert", "Soll", "montant_total", "MONTANT", "Montant du marché", "Dépense", "Chiffre d'affaires",
      "IMPORTE_CONTRATO", "Monto Contratado", "Importe", "Monto", "Valor", "Valor do contrato", "Importe del contrato", "Gasto",
      "Beløp", "Omsetning", "Beløb", "Fakturabeløp", "金额", "中标金额", "合同金额", "金額", "成交金额", "Importo", "Kwota", "Tutar",
    ], // prettier-ignore
  },
  {
    field: "amount",
    weight: 86,
    words: [
      "Gross",
      "Gross amount",
      "Gross value",
      "Total",
      "Total amount",
      "Total value",
      "Grand Total",
      "Soll Brutto",
      "Brutto",
      "Bruttobetrag",
      "Montant TTC",
      "Total pagado",
      "Итого",
      "总额",
      "合计",
      "Amount incl VAT",
      "Amount including VAT",
      "Сумма с НДС",
    ],
  },
  {
    field: "currency",
    words: [
      "Currency", "Currency code", "Curr", "CCY", "Val", "Valuta", "Valutakode", "Currency of amount", "awards/0/value/currency", "Валюта", "Код валюты", "Währung", "Währungscode",
      "Devise", "Monnaie", "Moneda", "Divisa", "Moeda", "币种", "货币", "幣別", "Waluta", "Para birimi",
    ], // prettier-ignore
  },
  {
    field: "date",
    words: [
      "Payment date", "Date", "Date paid", "Paid date", "Invoice date", "Transaction date", "Posting date", "Document date", "Date of payment", "Payment run date", "Effective date",
      "Award date", "Contract date", "Date of award", "signeddate", "Date signed", "awards/0/date", "Period", "Order date", "PO date", "Accounting date", "Clearing date", "GL date", "Purchase date",
      "Bilagsdato", "Dato", "Fakturadato", "Betalingsdato", "Дата", "Дата платежа", "Дата договора", "Дата контракта", "Дата заключения контракта", "Дата оплаты", "Күні",
      "Datum", "Buchungsdatum", "Rechnungsdatum", "Belegdatum", "Zahlungsdatum", "Date de paiement", "Date de facture", "Date de notification", "DATE_NOTIFICATION",
      "Fecha", "Fecha de pago", "Fecha de factura", "FECHA_INICIO", "Fecha del contrato", "Data", "Data de pagamento", "Data do contrato",
      "日期", "付款日期", "签订日期", "中标日期", "合同签订日期", "Data pagamento", "Data płatności", "Tarih",
    ], // prettier-ignore
  },
];

/** Headers of a payment, invoice, order or contract number: they make a file a ledger and are not imported. */
export const TRANSACTION_WORDS: readonly string[] = [
  "Transaction No.", "Transaction Number", "Transaction ID", "Transaction", "Trans no", "Invoice No", "Invoice Number", "Invoice", "Invoice ID", "Document No", "Document number", "Voucher",
  "Voucher number", "Payment No", "Payment number", "Payment reference", "Payment ID", "PO number", "PO no", "Purchase order", "Order number", "Contract number", "Contract ID", "Cheque number",
  "piid", "unique_transaction_id", "Internal reference", "Bilagsnr", "Bilagsnummer", "Fakturanr", "Fakturanummer", "Номер платежа", "Номер договора", "Номер контракта", "Номер счета", "Номер лота", "Номер закупки",
  "Belegnummer", "Belegnr", "Rechnungsnummer", "Auftragsnummer", "Numéro de facture", "N° facture", "N° marché", "Número de factura", "CODIGO_CONTRATO", "Número de contrato", "Número do contrato",
  "发票号", "合同编号", "凭证号", "订单号", "项目编号", "Numero fattura", "Numer faktury", "Fatura no",
]; // prettier-ignore

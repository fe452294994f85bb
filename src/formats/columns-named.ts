// What a column of a statement means, by the name in its header: English, Chinese, German, French, Spanish.

export type Meaning =
  | 'time'
  | 'booked'
  | 'started'
  | 'clock'
  | 'zone'
  | 'amount'
  | 'in'
  | 'out'
  | 'direction'
  | 'currency'
  | 'fee'
  | 'net'
  | 'balance'
  | 'balance-currency'
  | 'opening'
  | 'closing'
  | 'account'
  | 'product'
  | 'counterparty'
  | 'from'
  | 'to'
  | 'reference'
  | 'related'
  | 'status'
  | 'type'
  | 'description'
  | 'memo'
  | 'error';

/** The names of each meaning, in any spelling of `plainName`; of several that a header has, the first here is taken. */
const NAMES: { [meaning in Meaning]: string } = {
  time: `datetime|date time|date and time|transaction time|transaction date and time|timestamp|transacttime|completed date|date completed|created at|finished on|created on|created|time|time utc|date utc|utc time|utctime|operation time|date (utc)|settled time|
    交易时间|时间|发生时间|记账时间|入账时间|交易日期时间|付款时间|交易创建时间|完成时间|创建时间|到账时间|完成日期|结束日期|本地时间|日期时间|
    zeitpunkt|datum und uhrzeit|date de fin|date et heure|date heure|fecha de finalizacion|fecha y hora|fecha hora|abschlussdatum|datum abgeschlossen|datum des abschlusses|data di completamento|datum voltooid|data de conclusao|data zrealizowania|date completed (utc)|
    交易時間|時間|發生時間|記帳時間|入帳時間|完成時間|取引日時|거래일시|거래시간`,
  booked: `date|transaction date|trans date|posting date|post date|posted date|posted transactions date|booking date|booked|trade date|date posted|processing date|processed date|settlement date|value date|entry date|effective date|
    日期|交易日期|记账日期|记账日|入账日期|交收日期|过账日期|交易日|
    datum|buchung|buchungstag|buchungsdatum|belegdatum|valutadatum|wertstellung|wertstellungsdatum|
    date operation|dateop|date d operation|date de l operation|date de comptabilisation|date comptable|date valeur|dateval|date de valeur|
    data|data operazione|data contabile|data valuta|data mov|boekingsdatum|boekdatum|transactiedatum|data operacji|fecha|fecha operacion|fecha de operacion|fecha contable|fecha valor|f operacion|f valor|
    交易日|帳務日期|記帳日|記帳日期|入帳日期|入帳日|取引日|日付|年月日|お取引日|거래일|거래일자|날짜|bokforingsdag|bokforingsdatum|transaktionsdatum|transaktionsdag|bokforingsdato|bokfort dato|dato|posteringsdato|datum zauctovani|datum provedeni|datum transakce|tarih|islem tarihi|дата|дата операции|ngay|ngay giao dich`,
  started:
    'started date|date started|start date|date de debut|fecha de inicio|startdatum|datum des beginns|data di inizio|data de inicio|data rozpoczecia|开始时间|开始日期|initiated',
  clock:
    'time|trade time|transaction time|uhrzeit|zeit|heure|hora|成交时间|交易时刻|time of day|ora|tijd|hora da transacao|czas|tid',
  zone: 'time zone|timezone|tz|zeitzone|fuseau horaire|zona horaria|huso horario|时区|fuso orario|fuso horario|tijdzone|strefa czasowa|tidszon|tidszone',
  amount: `amount|transaction amount|amount (total)|total amount|gross|gross amount|value|sum|billing amount|amount in account currency|source amount (after fees)|individual amount|change|quantity|amt|
    金额|交易金额|收支金额|发生额|收/支金额|清算金额|发生金额|变动金额|数量|订单金额|
    betrag|umsatz|brutto|betrag in eur|montant|montant brut|montant de l operation|importe|bruto|monto|cantidad|importe bruto|importo|bedrag|montante|kwota|valor|umsatz in eur|quantity transacted|avant commission|lordo|importo lordo|总额|总金额|总计|belopp|beloeb|belob|kwota brutto|valor bruto|
    金額|交易金額|發生金額|收支金額|異動金額|取引金額|거래금액|금액|belop|castka|objem|tutar|islem tutarı|сумма|сумма операции|so tien`,
  in: `paid in|money in|credit|credit amount|credits|deposit|deposits|deposit amount|received|incoming|amount in|in|income|cr|
    收入|收入金额|转入金额|贷方|贷方金额|贷方发生额|存入|存入金额|收款金额|入账金额|haben|gutschrift|credito|abono|ingreso|ingresos|haber|avere|entrate|accrediti|bij|entree|recette|recettes|
    存款|存入|收款金額|入帳金額|轉入金額|貸方金額|入金|入金額|入金金額|お預り金額|お預かり金額|預入金額|入金(円)|입금|입금액|맡기신금액|inn|inn pa konto|inskott|приход|зачислено|ghi co`,
  out: `paid out|money out|debit|debit amount|debits|withdrawal|withdrawals|withdrawal amount|spent|outgoing|amount out|out|expense|dr|
    支出|支出金额|转出金额|借方|借方金额|借方发生额|支取|支取金额|付款金额|出账金额|soll|lastschrift|belastung|debito|cargo|gasto|gastos|debe|dare|uscite|addebiti|sortie|depense|depenses|
    提款|提出|支取金額|付款金額|轉出金額|借方金額|出金|出金額|出金金額|お支払金額|お支払い金額|お引出金額|引出金額|出金(円)|출금|출금액|찾으신금액|ut|ut fra konto|uttag|расход|списано|ghi no`,
  direction: `direction|debit/credit|credit/debit|credit debit indicator|dr/cr|cr/dr|d/c|dc|in/out|balance impact|sign|
    af bij|af/bij|segno|收/支|收支|收支类型|借贷标志|借贷|收支方向|资金方向|方向|soll/haben|auswirkung auf guthaben|sens|impact sur le solde|signo|impacto en el saldo`,
  currency: `currency|ccy|transaction currency|posted currency|billing currency|account currency|amount currency|asset|coin|token|symbol|
    币种|货币|币别|交易币种|货币类型|代币符号|wahrung|waehrung|devise|monnaie|divisa|moneda|valuta|waluta|moeda|munt|muntsoort|devisen|munteenheid|
    幣別|幣種|貨幣|通貨|통화|valuta/currency|mena|para birimi|валюта`,
  fee: `fee|fees|fee amount|transaction fee|total fees|amount (fee)|commission|charge|charges|service charge|
    手续费|服务费|费用|总费用|gebuhr|gebuehr|gebuhren|entgelt|frais|commission|commissions|comision|comisiones|tarifa|tasa|costo|kosten|comissao|oplata|avgift|gebyr|tariffa|commissione|commissioni|taxa|taxas|prowizja|
    手續費|服務費|手数料|수수료|poplatek|masraf|комиссия`,
  net: 'net|net amount|netto|net montant|neto|importe neto|净额|实收金额|nettobetrag|netto bedrag|liquido|valor liquido|net amount received|importo netto|kwota netto',
  balance: `balance|balance amount|running bal|outstanding balance|running balance|account balance|accountbalance|balance after|balance after transaction|wallet balance|walletbalance|ledger balance|current balance|new balance|available balance|
    余额|账户余额|账户结余|联机余额|交易后余额|本次余额|资金本次余额|结余|可用余额|
    saldo|kontostand|guthaben|saldo nach buchung|solde|solde apres operation|solde du compte|saldo disponible|disponible|saldo na mutatie|saldo na trn|saldo contabile|saldo progressivo|saldo rachunku|saldo po operacji|saldo depois|saldo apos|saldo na conta|
    餘額|帳戶餘額|賬戶餘額|帳面餘額|結餘|可用餘額|残高|差引残高|잔액|거래후잔액|bokfort saldo|zustatek|bakiye|остаток|баланс|so du`,
  opening:
    'beginning balance|opening balance|starting balance|balance before|期初余额|anfangssaldo|solde initial|saldo inicial',
  closing: 'ending balance|closing balance|期末余额|endsaldo|solde final|saldo final',
  'balance-currency': 'balance currency|余额币种|saldowahrung',
  account: `account|account number|account no|account name|posted account|accountnum|account id|wallet|account iban|own account|iban/bban|rekening|
    账户|账号|本方账号|卡号|交易卡号|konto|iban kontoinhaber|auftragskonto|iban auftragskonto|compte|numero de compte|cuenta|numero de cuenta|
    帳戶|賬戶|帳號|賬號|本方帳號|口座番号|계좌번호|kontonummer`,
  product: 'product|produkt|produit|producto|prodotto|produto|账户类型|产品',
  counterparty: `counterparty|name|payee|merchant|merchant name|partner name|beneficiary|payer|other party|counter party|supplierfound|
    交易对方|对方|商户名称|对方名称|对方户名|对手信息|交易对手|收款人|付款人|对方姓名|
    auftraggeber/empfanger|empfanger|beguenstigter/zahlungspflichtiger|beguenstigter/auftraggeber|zahlungsempfanger|zahlungsempfanger*in|empfanger/auftraggeber|naam tegenpartij|naam / omschrijving|zahlungsbeteiligter|name zahlungsbeteiligter|nombre|nom|beneficiaire|beneficiario|tiers|counterparty name|payee name|naam|nome|nazwa|namn|navn|名称|
    交易對方|對方|對方戶名|對方名稱|收款人|付款人|取引先|お取引先|받는분|보낸분|nazev protiuctu|получатель|контрагент`,
  from: 'from|sender|source|payer name|发送方|付款方|von|de|expediteur|remitente',
  to: 'to|recipient|destination|payee name|接收方|收款方|an|destinataire|destinatario',
  reference: `transaction id|transactionid|id|reference|reference number|transaction reference|ref|transaction no|transaction number|txid|tx hash|txhash|hash|order id|transferwise id|wise id|payment id|refid|
    交易号|交易订单号|交易单号|流水号|账务流水号|资金流水单号|交易流水号|订单号|交易哈希|支付宝交易号|
    transaktionscode|transaktions id|transaktionsnummer|referenz|code de transaction|numero de transaction|identifiant de transaction|id de transaccion|referencia|numero de operacion|codice transazione|id transazione|transactiereferentie|transactie id|id da transacao|codigo da transacao|identyfikator transakcji|numer transakcji|流水单号|业务单号|
    交易編號|交易序號|參考編號|訂單編號|取引番号|거래번호|номер операции`,
  related: `reference txn id|refid|related id|original transaction id|parent id|商户订单号|商户单号|商家订单号|业务流水号|zugehoriger transaktionscode|txn de reference|id de referencia de trans`,
  status: `status|state|transaction status|transactstatus|transaction state|状态|交易状态|当前状态|etat|statut|estado|zustand|stato|estado da transacao|stan|
    狀態|交易狀態|状況|статус`,
  type: `type|transaction type|transacttype|category type|kind|transaction|operation|类型|交易类型|业务类型|交易分类|业务名称|typ|art|rodzaj|umsatzart|buchungstext|transaktionstyp|type d operation|tipo|tipo de transaccion|tipo de operacion|movimiento|vorgang|bewegungstyp|mutatiesoort|umsatztyp|soort|type transactie|tipo transazione|rodzaj transakcji|
    類型|交易類型|業務類型|取引区分|거래구분|тип операции`,
  description: `description|details|narrative|narration|particulars|transaction description|merchant/description|transaction details|description1|label|note|item title|subject|payment details|
    说明|描述|摘要|交易摘要|商品说明|商品|交易说明|商品名称|用途|附言|
    verwendungszweck|beschreibung|buchungsdetails|betreff|artikelbezeichnung|libelle|libelle operation|libelle complet|concepto|descripcion|observaciones|descrizione|causale|beschrijving|omschrijving|omschrijving 1|mededelingen|descricao|opis|avisierungstext|
    說明|交易說明|交易摘要|商品說明|内容|取引内容|お取扱内容|お取り扱い内容|적요|내용|거래내용|rubrik|tekst|forklaring|popis|popis transakce|acıklama|описание|назначение платежа|dien giai|noi dung`,
  memo: `memo|notes|comment|comments|remarks|remark|note|notes and #tags|payment reference|description2|备注|客户摘要|交易备注|notiz|hinweis|commentaire|memo/description|notas|nota|
    備註|附註|備考|메모|비고`,
  error: 'error|error message|error code|failure reason|reason|错误信息|失败原因|fehler|erreur',
};

let known: Map<Meaning, Map<string, number>> | undefined;

/** Made when it is first asked for: most runs of the program read no statement. */
function knownNames(): Map<Meaning, Map<string, number>> {
  known ??= new Map(
    (Object.keys(NAMES) as Meaning[]).map((meaning) => [
      meaning,
      new Map(NAMES[meaning].split('|').map((name, rank) => [plainName(name), rank])),
    ]),
  );
  return known;
}

/** A header cell as names are compared: small letters without accents, no unit or currency behind, single blanks. */
export function plainName(cell: string): string {
  const plain = cell
    .normalize('NFKC')
    .replace(/\((?:[+-]?元|[A-Z]{3}|\p{Sc}|[Uu][Tt][Cc]\+?\d*)\)|\b(?:in |en )?(?:EUR|USD|GBP|CHF|[Ee]uros)$/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/[łøđ]/g, (letter) => ({ ł: 'l', ø: 'o', đ: 'd' })[letter]!)
    .replace(/(?<=[\u4e00-\u9fff])\([^)]*\)$/, '');
  return /^\W+$/.test(plain) && /[+-]/.test(plain)
    ? plain.replace(/[^+-]/g, '')
    : plain.replace(/[\s_.:'’"-]+/g, ' ').trim();
}

/** The currency that a header cell names behind its word: `Amount (EUR)`, `金额（元）`, `Saldo CHF`; empty where it names none. */
export function currencyInName(cell: string): string {
  const plain = cell.normalize('NFKC');
  const inside =
    /[(（]\s*[+-]?([A-Za-z]{3}|元)\s*[)）]\s*$/.exec(plain)?.[1] ??
    /\s(EUR|USD|GBP|CHF|CNY|HKD|TWD|JPY|SGD|MYR|AUD|CAD)\s*$/.exec(plain)?.[1] ??
    '';
  return inside === '元' ? 'CNY' : /^[A-Z]{3}$/.test(inside) ? inside : '';
}

/** The zone that a header cell names: `Date (UTC)`, `UTC_Time`, `Time (CET)`; empty where it names none. */
export function zoneInName(cell: string): string {
  return /(?<![A-Za-z])(UTC[+-]?\d{0,2}|GMT[+-]?\d{0,2}|CET|CEST|EST|EDT|PST|PDT)(?![A-Za-z\d])/.exec(cell)?.[1] ?? '';
}

/** Where each meaning stands in a row of names. Two columns of one meaning: the one whose name says it most exactly. */
export type Columns = { [meaning in Meaning]?: number };

export function columnsOf(cells: readonly string[]): Columns {
  const names = cells.map(plainName);
  const columns: Columns = {};
  for (const [meaning, ranks] of knownNames()) {
    let best = Number.POSITIVE_INFINITY;
    names.forEach((name, at) => {
      const rank = ranks.get(name);
      if (rank !== undefined && rank < best) [best, columns[meaning]] = [rank, at];
    });
  }
  addRoughly(columns, names);
  return settled(columns);
}

/** What a name that is not known word for word still says, where no column has that meaning. */
const ROUGHLY: [Meaning, RegExp][] = [
  ['balance', /\b(?:balance|bal|saldo|solde|kontostand)\b|余额|结余/],
  ['booked', /\b(?:date|datum|fecha|data)\b|日期|时间/],
  ['out', /\b(?:debits?|withdrawals?|paid out|money out|dr)\b|^-$|支出|借方/],
  ['in', /\b(?:credits?|deposits?|paid in|money in|cr)\b|^\+$|收入|贷方/],
  [
    'amount',
    /^(?!.*(?:original|local|foreign|fee|tax|orig|native)).*(?:\b(?:amount|betrag|montant|importe|bedrag|importo)\b|金额)/,
  ],
  ['currency', /\b(?:currency|wahrung|devise|divisa)\b|币种/],
  ['description', /descri|detail|narrat|libelle|omschrijving|verwendungszweck|concepto|摘要|说明/],
];

function addRoughly(columns: Columns, names: readonly string[]): void {
  const taken = new Set(Object.values(columns));
  for (const [meaning, pattern] of ROUGHLY) {
    const dated = columns.time !== undefined || columns.started !== undefined;
    const moved = columns.amount !== undefined || (columns.in !== undefined && columns.out !== undefined);
    if (columns[meaning] !== undefined || (meaning === 'booked' && dated)) continue;
    if (/^(?:amount|in|out)$/.test(meaning) && moved) continue;
    if (meaning === 'in' && columns.out === undefined) continue;
    const at = names.findIndex((name, place) => !taken.has(place) && pattern.test(name));
    if (at < 0) continue;
    columns[meaning] = at;
    taken.add(at);
  }
  // One side alone is not what moved, as long as there is an amount.
  if (columns.amount !== undefined && (columns.in === undefined) !== (columns.out === undefined)) {
    delete columns.in;
    delete columns.out;
  }
}

/** A name that has two meanings has the one that the other columns leave it. */
function settled(columns: Columns): Columns {
  // One column has the date, and another the clock.
  if (columns.time === columns.booked && columns.clock !== undefined && columns.clock !== columns.time) {
    delete columns.time;
  }
  const { time, booked, clock, from, to, counterparty, reference, related, description, memo } = columns;
  if (clock !== undefined && (booked === undefined || (time !== undefined && time !== clock))) delete columns.clock;
  if (columns.clock !== undefined && columns.clock === time) delete columns.time;
  if (from === counterparty) delete columns.from;
  if (to === counterparty) delete columns.to;
  if (related === reference) delete columns.related;
  if (memo === description) delete columns.memo;
  if (columns.amount !== undefined && columns.amount === columns.net) delete columns.net;
  // "Debit/Credit" with nothing else that moved holds the signed amounts.
  if (columns.amount === undefined && columns.in === undefined && columns.out === undefined) {
    if (columns.direction !== undefined) columns.amount = columns.direction;
    delete columns.direction;
  }
  // A closing balance on each row, with no opening one beside it, is the running balance.
  if (columns.balance === undefined && columns.closing !== undefined && columns.opening === undefined) {
    columns.balance = columns.closing;
    delete columns.closing;
  }
  return columns;
}

/** Whether a row of names is the header of a statement: a time, and what moved. */
export function isHeader(columns: Columns): boolean {
  const dated = columns.time !== undefined || columns.booked !== undefined || columns.started !== undefined;
  return dated && (columns.amount !== undefined || columns.in !== undefined || columns.out !== undefined);
}

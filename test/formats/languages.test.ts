// The same provider's file in the languages of its app: recognised, and read under the same rules.
import { describe, expect, it } from 'vitest';
import { recogniseFormat } from '../../src/formats/registry.ts';
import type { Statement } from '../../src/formats/statement.ts';
import { formatAmount } from '../../src/ledger/money.ts';
import { formatTime } from '../../src/ledger/time.ts';
import { fileOf, refusals } from './reading.ts';

function read(text: string): Statement {
  const file = fileOf(text);
  return recogniseFormat(file)!.read(file, { currency: 'CNY', zone: () => 0 });
}

/** `type amount fee balance account status` of each note. */
const told = ({ notes }: Statement) =>
  notes.map(({ type, amount, fee, balance, currency, account, status }) => {
    const money = (units: bigint) => formatAmount(units, currency);
    return `${type} ${money(amount)} ${money(fee)} ${balance === null ? '·' : money(balance)} ${account} ${status}`;
  });

describe('Revolut', () => {
  const files: [string, string, string, [string, string, string]][] = [
    [
      'German',
      'Art,Produkt,Datum des Beginns,Datum des Abschlusses,Beschreibung,Betrag,Gebühr,Währung,Status,Kontostand',
      'Aktuell',
      ['ABGESCHLOSSEN', 'AUSSTEHEND', 'RÜCKGÄNGIG GEMACHT'],
    ],
    [
      'French',
      'Type,Produit,Date de début,Date de fin,Description,Montant,Frais,Devise,État,Solde',
      'Valeur actuelle',
      ['TERMINÉ', 'EN ATTENTE', 'RETOURNÉ'],
    ],
    [
      'Spanish',
      'Tipo,Producto,Fecha de inicio,Fecha de finalización,Descripción,Importe,Comisión,Divisa,State,Saldo',
      'Actual',
      ['COMPLETADO', 'PENDIENTE', 'DEVUELTO'],
    ],
    [
      'Portuguese',
      'Tipo,Produto,Data de início,Data de Conclusão,Descrição,Montante,Comissão,Moeda,Estado,Saldo',
      'Atual',
      ['CONCLUÍDA', 'PENDENTE', 'REVERTIDA'],
    ],
    [
      'Italian',
      'Tipo,Prodotto,Data di inizio,Data di completamento,Descrizione,Importo,Costo,Valuta,State,Saldo',
      'Attuale',
      ['COMPLETATO', 'IN SOSPESO', 'STORNATO'],
    ],
    [
      'Dutch',
      'Type,Product,Startdatum,Datum voltooid,Beschrijving,Bedrag,Kosten,Valuta,Status,Saldo',
      'Huidig',
      ['VOLTOOID', 'IN BEHANDELING', 'TERUGGEDRAAID'],
    ],
    [
      'Polish',
      'Rodzaj,Produkt,Data rozpoczęcia,Data zrealizowania,Opis,Kwota,Opłata,Waluta,State,Saldo',
      'Bieżące',
      ['ZAKOŃCZONO', 'OCZEKUJE', 'COFNIĘTO'],
    ],
    ['Chinese', '类型,产品,开始日期,完成日期,描述,金额,费用,货币,状态,余额', '活期', ['已完成', '待处理', '已退回']],
  ];
  it.each(files)('in %s', (_, header, product, [done, pending, back]) => {
    const statement = read(`${header}
x,${product},2026-03-01 09:00:00,2026-03-02 09:00:00,Café,-3.50,0.00,EUR,${done},96.50
x,${product},2026-03-03 09:00:00,2026-03-03 09:00:01,Anna,-10.00,0.20,EUR,${done},86.30
x,${product},2026-03-04 09:00:00,,Hotel,-40.00,0.00,EUR,${pending},46.30
x,${product},2026-03-04 10:00:00,,Hotel,-40.00,0.00,EUR,${back},
`);
    expect([statement.format, refusals(statement)]).toEqual(['revolut-csv', []]);
    expect(told(statement)).toEqual([
      'payment -3.50 0.00 96.50 main completed',
      'payment -10.00 0.20 86.30 main completed',
      'payment -40.00 0.00 · main pending',
      'payment -40.00 0.00 · main reversed',
    ]);
  });
});

describe('PayPal', () => {
  const files: [string, string, string, string][] = [
    [
      'German',
      'Datum,Uhrzeit,Zeitzone,Name,Typ,Status,Währung,Brutto,Gebühr,Netto,Transaktionscode,Guthaben',
      'Abgeschlossen',
      '14.03.2026',
    ],
    [
      'French',
      'Date,Heure,Fuseau horaire,Nom,Type,État,Devise,Avant commission,Commission,Net,Numéro de transaction,Solde',
      'Terminé',
      '14/03/2026',
    ],
    [
      'Spanish',
      'Fecha,Hora,Zona horaria,Nombre,Tipo,Estado,Divisa,Bruto,Tarifa,Neto,Id. de transacción,Saldo',
      'Completado',
      '14/03/2026',
    ],
    [
      'Italian',
      'Data,Ora,Fuso orario,Nome,Tipo,Stato,Valuta,Lordo,Tariffa,Netto,Codice transazione,Saldo',
      'Completata',
      '14/03/2026',
    ],
    [
      'Dutch',
      'Datum,Tijd,Tijdzone,Naam,Type,Status,Valuta,Bruto,Kosten,Netto,Transactiereferentie,Saldo',
      'Voltooid',
      '14-03-2026',
    ],
    ['Chinese', '日期,时间,时区,名称,类型,状态,币种,总额,费用,净额,交易号,余额', '已完成', '2026/3/14'],
  ]; // prettier-ignore
  it.each(files)('in %s', (language, header, done, date) => {
    const money = (text: string) => (language === 'Chinese' ? text : text.replace(',', ' ').replace('.', ','));
    const row = (...cells: string[]) => cells.map((cell) => `"${cell}"`).join(',');
    const statement = read(
      [
        row(...header.split(',')),
        row(
          date,
          '09:05:06',
          'CET',
          'Shop',
          'x',
          done,
          'EUR',
          money('-20.00'),
          money('0.00'),
          money('-20.00'),
          '1AB',
          money('80.00'),
        ),
        row(
          date,
          '10:05:06',
          'CET',
          'Anna',
          'x',
          done,
          'EUR',
          money('1,050.00'),
          money('-1.75'),
          money('1,048.25'),
          '2AB',
          money('1,128.25'),
        ),
      ].join('\n'),
    ); // prettier-ignore
    expect([statement.format, refusals(statement)]).toEqual(['paypal-csv', []]);
    expect(told(statement)).toEqual([
      'payment -20.00 0.00 80.00 main completed',
      'transfer-in 1050.00 1.75 1128.25 main completed',
    ]);
    expect(
      statement.notes.map(({ time, counterparty, reference }) => [formatTime(time), counterparty, reference]),
    ).toEqual([
      ['2026-03-14T09:05:06+01:00', 'Shop', '1AB'],
      ['2026-03-14T10:05:06+01:00', 'Anna', '2AB'],
    ]);
  });
});

describe('the table of a bank', () => {
  const signed: [string, string, string[]][] = [
    [
      'Swedish',
      'Bokföringsdag;Rubrik;Belopp;Saldo;Valuta',
      ['2026-03-01;Shop;-1 012,50;987,50;SEK', '2026-03-02;Lön;2 000,00;2 987,50;SEK'],
    ],
    ['Danish', 'Dato;Tekst;Beløb;Saldo', ['01-03-2026;Shop;-1.012,50;987,50', '02-03-2026;Løn;2.000,00;2.987,50']],
    [
      'Czech',
      'Datum zaúčtování;Název protiúčtu;Částka;Měna;Zůstatek',
      ['01.03.2026;Shop;-1 012,50;CZK;987,50', '02.03.2026;Plat;2 000,00;CZK;2 987,50'],
    ],
    [
      'Turkish',
      'Tarih;Açıklama;Tutar;Bakiye',
      ['01.03.2026;Shop;-1.012,50;987,50', '02.03.2026;Maaş;2.000,00;2.987,50'],
    ],
    [
      'Russian',
      'Дата операции;Описание;Сумма;Валюта;Остаток',
      ['01.03.2026;Shop;-1 012,50;RUB;987,50', '02.03.2026;Аванс;2 000,00;RUB;2 987,50'],
    ],
  ];
  const sided: [string, string, string[]][] = [
    [
      'traditional Chinese',
      '交易日期,交易時間,摘要,支出,存入,餘額',
      ['2026/03/01,09:00:00,咖啡,"1,012.50",,987.50', '2026/03/02,09:00:00,薪資,,"2,000.00","2,987.50"'],
    ],
    [
      'Japanese',
      '日付,内容,出金金額,入金金額,残高',
      ['2026/03/01,店,1012.50,,987.50', '2026/03/02,給与,,2000.00,2987.50'],
    ],
    [
      'Korean',
      '거래일시,적요,출금액,입금액,잔액',
      ['2026-03-01 09:00:00,상점,1012.50,0,987.50', '2026-03-02 09:00:00,급여,0,2000.00,2987.50'],
    ],
    [
      'Norwegian',
      'Bokføringsdato;Forklaring;Ut;Inn;Saldo',
      ['01.03.2026;Shop;1 012,50;;987,50', '02.03.2026;Lønn;;2 000,00;2 987,50'],
    ],
    [
      'Vietnamese',
      'Ngày giao dịch;Diễn giải;Ghi nợ;Ghi có;Số dư',
      ['01/03/2026;Shop;1,012.50;;987.50', '02/03/2026;Lương;;2,000.00;2,987.50'],
    ],
  ];

  it.each([...signed, ...sided])('is read in %s', (_, header, rows) => {
    const statement = read([header, ...rows].join('\n'));
    expect(refusals(statement)).toEqual([]);
    expect(told(statement).map((line) => line.split(' ').slice(1, 4).join(' '))).toEqual([
      '-1012.50 0.00 987.50',
      '2000.00 0.00 2987.50',
    ]);
    expect(statement.notes.map(({ time }) => formatTime(time).slice(0, 10))).toEqual(['2026-03-01', '2026-03-02']);
  });
});

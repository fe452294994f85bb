// The words that statements of many providers use for the state and the kind of a transaction.
import { DIRECTION, type NoteStatus, type NoteType } from '../ledger/note.ts';
import { statusNamed, typeNamed } from './note-words.ts';

const STATUSES: Record<NoteStatus, string> = {
  completed: `complete|completed|done|success|successful|succeeded|posted|booked|cleared|settled|processed|executed|paid|
    confirmed|ok|approved|finished|accepted|received|sent|交易成功|支付成功|已完成|成功|已入账|已到账|入账|
    abgeschlossen|gebucht|erledigt|ausgefuhrt|termine|effectue|comptabilise|valide|completado|completada|realizado|realizada|
    liquidado|liquidada|completato|completata|voltooid|concluido|concluida|zakonczono|zrealizowano|eseguito|eseguita|
    contabilizzato|uitgevoerd|afgerond|slutford|genomford|fullfort|gennemfort`,
  pending: `pending|processing|in progress|waiting|authorized|authorised|on hold|held|unsettled|new|created|initiated|
    incoming payment waiting|处理中|待处理|等待|等待确认收货|进行中|待入账|
    ausstehend|offen|vorgemerkt|in bearbeitung|schwebend|en attente|en cours|a venir|pendiente|en curso|en proceso|in sospeso|in attesa|in behandeling|pendente|oczekuje|oczekujace|w toku|vantande|venter|afventer`,
  failed: `failed|declined|denied|rejected|error|unsuccessful|expired|失败|交易失败|支付失败|已拒绝|
    fehlgeschlagen|abgelehnt|echoue|refuse|refusee|rejete|fallido|fallida|rechazado|rechazada|denegado|fallito|fallita|rifiutato|rifiutata|mislukt|geweigerd|falhou|falhado|recusado|recusada|
    odrzucono|nie powiodlo sie|misslyckades|avvisad`,
  cancelled: `cancelled|canceled|voided|void|removed|deleted|aborted|已取消|交易关闭|已关闭|已撤销|
    storniert|abgebrochen|entfernt|annule|annulee|cancelado|cancelada|anulado|anulada|annullato|annullata|geannuleerd|anulowano|avbruten`,
  reversed: `reversed|reverted|returned|refunded|charged back|已退回|已退款|退回|
    ruckgangig gemacht|zuruckgebucht|zuruckgesetzt|retourniert|retabli|retourne|rembourse|revertido|revertida|devuelto|devuelta|stornato|stornata|
    restituito|teruggedraaid|teruggestort|revertido|estornado|estornada|cofnieto|zwrocono|aterbetald|已冲正|已撤回|已退还`,
};

const BY_WORD = new Map<string, NoteStatus>(
  (Object.keys(STATUSES) as NoteStatus[]).flatMap((status) =>
    STATUSES[status].split('|').map((word) => [word.trim(), status] as const),
  ),
);

/** The status that a cell of a statement names, in any of the languages known here; null for other words. */
export function statusIn(cell: string): NoteStatus | null {
  return statusNamed(cell) ?? BY_WORD.get(plain(cell)) ?? null;
}

const KINDS: [RegExp, NoteType | 'transfer' | 'exchange'][] = [
  [/refund|reversal|reversed|chargeback|erstattung|ruckzahlung|rembours|reembolso|devolucion|退款/, 'refund'],
  [/^(?:\w+ )?fees?$|^(?:monthly|plan|service) fee|\bfee$|entgelt|gebuhr|^frais|^comision|手续费|服务费|收费/, 'fee'],
  [
    /exchange|conversion|^trade|^cambio|^change|wechsel|umtausch|umrechnung|wymiana|scambio|troca|wissel|vaxling|兑换|换汇|realisedpnl|margin|rollover/,
    'exchange',
  ],
  [/top ?up|\bdeposit\b|ajout de fonds|recarga|aufladung|einzahlung|充值/, 'topup'],
  [/\batm\b|withdraw|cash (?:out|machine)|auszahlung|abhebung|retrait|retiro|reintegro|提现|取款/, 'withdrawal'],
  [
    /transfer|uberweisung|virement|transferencia|faster payment|\bsepa\b|dauerauftrag|standing order|gutschrift|转账/,
    'transfer',
  ],
  [/payment|purchase|card|debit|lastschrift|paiement|pago|compra|zahlung|spend|消费|付款|支付/, 'payment'],
];

/**
 * The type of a note by a provider's word for it and by where the money went. A word against the direction gives way
 * to it; an exchange is an adjustment.
 */
export function typeIn(cell: string, amount: bigint): NoteType {
  const word = plain(cell);
  const named = typeNamed(cell);
  const kind = named && named !== 'balance' ? named : KINDS.find(([pattern]) => pattern.test(word))?.[1];
  if (kind === 'exchange' || kind === 'adjustment') return 'adjustment';
  const inward = amount > 0n;
  if (kind === 'transfer') return inward ? 'transfer-in' : 'transfer-out';
  if (kind !== undefined) {
    if (amount === 0n || DIRECTION[kind] > 0 === inward) return kind;
    if (kind !== 'payment' && kind !== 'transfer-in' && kind !== 'transfer-out') return 'adjustment';
  }
  return inward ? 'transfer-in' : 'payment';
}

/** Words that a cell uses for the direction of an amount: −1 out, 1 in, 0 neither, null for other words. */
export function directionIn(cell: string): -1 | 0 | 1 | null {
  const word = plain(cell);
  if (
    /^(?:credit|cr|c|in|incoming|received|haben|h|\+|credito|abono|entree|bij|收入|收|贷|转入|入账|存入|加)$/.test(word)
  )
    return 1;
  if (/^(?:debit|dr|d|out|outgoing|sent|soll|s|-|debito|cargo|sortie|af|支出|支|借|转出|出账|支取|减)$/.test(word))
    return -1;
  return /^(?:memo|neutral|neutre|none|\/|不计收支|其他)$/.test(word) ? 0 : null;
}

/** Small letters without accents, single blanks. */
function plain(cell: string): string {
  const bare = cell
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o');
  return bare.replace(/(?<=\p{L})[\s_-]+(?=\p{L})/gu, ' ').trim();
}

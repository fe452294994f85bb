// Values from what the person recorded: ids with what they stand for, never with what was written in the notes.
import type { Content } from '../../knowledge/content.ts';
import { formatAmount, parseAmount } from '../../ledger/money.ts';
import { formatWallClock } from '../../ledger/time.ts';
import type { Messages } from '../../messages/index.ts';
import type { Glimpse } from '../../store/peek.ts';
import type { Candidate } from './offer.ts';

export interface KeptValues {
  /** For `case reopen` those that are closed, for what a closed case cannot do those that are not. */
  cases(command: string): Promise<Candidate[]>;
  notes(): Promise<Candidate[]>;
  accounts(): Promise<Candidate[]>;
  currencies(): Promise<string[]>;
  contacts(): Promise<Candidate[]>;
  /** Of the case that is named, else of the open one that changed last. */
  drafts(id: string | null): Promise<Candidate[]>;
  evidence(id: string | null): Promise<Candidate[]>;
  close(): void;
}

const FOR_OPEN_ONES = ['case close', 'case next'];

/** Where the data cannot be looked into there is nothing to offer, and nothing is said of it. */
export function keptValues(dataDir: string, t: Messages, content: () => Promise<Content>): KeptValues {
  let glimpse: Glimpse | null = null;
  const looked = async <Found>(look: (glimpse: Glimpse) => Found[]): Promise<Found[]> => {
    try {
      const { peek } = await import('../../store/peek.ts');
      glimpse ??= peek(dataDir);
      return glimpse ? look(glimpse) : [];
    } catch {
      return [];
    }
  };
  const meant = (id: string | null, { cases }: Glimpse) => id ?? cases().find(({ state }) => state === 'open')?.id;
  return {
    close: () => glimpse?.close(),

    cases: async (command) => {
      const found = (await looked(({ cases }) => cases())).filter(({ state }) => {
        if (command === 'case reopen') return state === 'closed';
        return !(FOR_OPEN_ONES.includes(command) && state === 'closed');
      });
      if (found.length === 0) return [];
      const { problems } = await content();
      return found.map(({ id, problem, state }) => {
        const title = problems.find((one) => one.id === problem)?.title ?? problem;
        const said = t.cases.states[state as keyof typeof t.cases.states] ?? state;
        return { value: id, says: t.complete.caseIn(title, said) };
      });
    },

    notes: async () =>
      (await looked(({ notes }) => notes())).map(({ id, epoch, offset, type, amount, currency }) => {
        const units = parseAmount(amount)?.units;
        const day = formatWallClock({ epoch, offset }).slice(0, 10);
        const money = units === undefined ? '' : `${formatAmount(units, currency)} ${currency}`;
        return { value: id, says: `${day} ${t.ledger.types[type as keyof typeof t.ledger.types] ?? type} ${money}` };
      }),

    accounts: async () => (await harmless(await looked(({ accounts }) => accounts()), t)).map(alone),

    currencies: () => looked(({ currencies }) => currencies()),

    contacts: async () =>
      (await looked(({ contacts }) => contacts())).map(({ id, kind }) => ({
        value: id,
        says: t.contact.kinds[kind as keyof typeof t.contact.kinds] ?? kind,
      })),

    drafts: async (id) =>
      (
        await looked((there) => {
          const of = meant(id, there);
          return of ? there.drafts(of) : [];
        })
      ).map((draft) => ({ value: draft.id, says: t.cases.drafts[draft.kind as keyof typeof t.cases.drafts] ?? '' })),

    evidence: async (id) => {
      const found = await looked((there) => {
        const of = meant(id, there);
        return of ? there.evidence(of) : [];
      });
      const shown = await harmless(
        found.map(({ name }) => name),
        t,
      );
      return found.map(({ id: value, name }) => ({ value, says: shown.includes(name) ? name : '' }));
    },
  };
}

const alone = (value: string): Candidate => ({ value, says: '' });

/** Those in which no secret stands: an account may have been given the number of a card for a name. */
async function harmless(texts: readonly string[], t: Messages): Promise<string[]> {
  const fine: string[] = [];
  for (const text of texts) {
    if (/^[\w.-]{1,12}$/.test(text)) {
      fine.push(text);
      continue;
    }
    const { redact } = await import('../../support/redact.ts');
    if ((await redact(text, '', t.email.placeholders)).redactions.length === 0) fine.push(text);
  }
  return fine;
}

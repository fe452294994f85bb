// A case with all that hangs on it: its entries, drafts and evidence, its outcome, its region and what it calls for now.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import type { Outcome, Problem } from '../../knowledge/content.ts';
import type { Region } from '../../knowledge/region.ts';
import { type ZoneOffset, zoneNamed } from '../../ledger/time.ts';
import type { CaseRecord } from '../../store/store.ts';
import type { CaseDraft, CaseEvent, CaseEvidence } from '../../support/case-event.ts';
import { emergencyLeft, SKIPPED } from '../../support/emergency.ts';
import { type Rung, standing } from '../../support/ladder.ts';
import type { CaseFacts, NextStep } from '../../support/next-step.ts';
import { nextSteps } from '../../support/next-steps.ts';
import { type RuleDay, ruleDays, withRuleDays } from '../../support/rule-days.ts';

/** What a case keeps of the person's circumstances among its fields. */
export const CIRCUMSTANCES = ['region', 'balanceKind', 'licensed'] as const;

export interface WholeCase {
  record: CaseRecord;
  timeline: CaseEvent[];
  drafts: CaseDraft[];
  evidence: CaseEvidence[];
  /** Null where this okhelp has no questions for the problem. */
  problem: Problem | null;
  /** The problem's title. */
  title: string;
  outcome: Outcome | null;
  /** Null where no regions are known to this okhelp. */
  region: Region | null;
  /** Nobody said where; the region is the general one. */
  assumed: boolean;
  facts: CaseFacts;
  rungs: Rung[];
  /** Until when which rules want the provider told. */
  ruleDays: RuleDay[];
  /** What cannot wait first. */
  steps: NextStep[];
}

type Needs = Pick<Context, 'store' | 'content' | 'settings' | 'timeZone' | 'zoneOffsets' | 'now'>;

export async function wholeCase(record: CaseRecord, context: Needs): Promise<WholeCase> {
  const { cases } = await context.store();
  const [timeline, drafts, evidence] = [cases.timeline(record.id), cases.drafts(record.id), cases.evidence(record.id)];
  const problem = await problemOf(record, context);
  const outcome = problem?.outcomes.find(({ id }) => id === record.outcome) ?? null;
  const { region, assumed } = await regionOf(record, context);
  const facts: CaseFacts = {
    id: record.id,
    state: record.state,
    urgent: outcome?.urgency === 'now',
    writes: outcome === null || outcome.ask !== null,
    drafts,
    ...sumOf(record),
    timeline,
    happened: record.fields.time ?? null,
    ...circumstancesOf(record),
    emergency: emergencyLeft(region?.emergency ?? [], timeline, record.fields[SKIPPED]),
  };
  const zone = regionZone(region, context);
  const clocks = { now: context.now(), own: context.timeZone().offset, region: zone };
  const days = region && record.state === 'open' ? ruleDays(facts, record.problem, region, zone, clocks.now) : [];
  return {
    record,
    timeline,
    drafts,
    evidence,
    problem,
    title: problem?.title ?? record.problem,
    outcome,
    region,
    assumed,
    facts,
    rungs: region && record.state === 'open' ? standing(facts, region, zone, clocks.now) : [],
    ruleDays: days,
    steps: withRuleDays(nextSteps(facts, region, clocks), days),
  };
}

async function problemOf({ problem }: CaseRecord, context: Needs): Promise<Problem | null> {
  try {
    return await (await context.content()).problem(problem);
  } catch (error) {
    if (error instanceof OkhelpError && error.code === 'bad-value') return null;
    throw error;
  }
}

async function regionOf(record: CaseRecord, context: Needs): Promise<{ region: Region | null; assumed: boolean }> {
  const content = await context.content();
  if (content.regions().length === 0) return { region: null, assumed: true };
  const code = record.fields.region || context.settings.region;
  return { region: content.region(code ?? 'elsewhere'), assumed: !code };
}

function regionZone(region: Region | null, context: Needs): ZoneOffset {
  return (
    (region && region.id !== 'elsewhere' && zoneNamed(region.timeZone, context.zoneOffsets)?.offset) ||
    context.timeZone().offset
  );
}

/** Tokens that wallets hold; the currency of the case then says what the balance is. */
const TOKENS = /^(USDT|USDC|DAI|TRX|BTC|ETH|BNB|SOL|TON|LTC|DOGE|XRP)$/;

function circumstancesOf({ fields }: CaseRecord): Pick<CaseFacts, 'balance' | 'licensed'> {
  const { balanceKind, licensed } = fields;
  const token = TOKENS.test(sumOf({ fields }).currency ?? '');
  return {
    balance:
      balanceKind === 'fiat' || balanceKind === 'token' ? balanceKind : !balanceKind && token ? 'token' : 'unknown',
    licensed: licensed === 'yes' || licensed === 'no' ? licensed : 'unknown',
  };
}

/** `500.00 CNY` is an amount with its currency. */
export function sumOf({ fields }: Pick<CaseRecord, 'fields'>): { amount: string | null; currency: string | null } {
  const [amount, currency] = (fields.amount ?? '').trim().split(/\s+/);
  return { amount: amount || null, currency: (currency || fields.currency || '').toUpperCase() || null };
}

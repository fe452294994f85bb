// `okhelp case attach FILE…`: files as evidence, by where they lie and their SHA-256.
import { basename, resolve } from 'node:path';
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { recordedText } from '../ledger/recorded.ts';
import { formatTime, momentAt } from '../ledger/time.ts';
import type { CaseEvidence } from '../support/case-event.ts';
import { sizeInWords } from '../support/file-size.ts';
import { answer, item, sayWarning } from '../terminal/lines.ts';
import { chosenCase } from './case/chosen.ts';
import { fingerprintOf } from './case/evidence.ts';
import { withoutSecrets } from './case/log-entry.ts';

interface Options {
  args: string[];
  case?: string;
  memo?: string;
  detach?: string;
}

export const caseAttach: CommandModule<Options> = {
  define: ({ cases: { attach } }) => ({
    summary: attach.summary,
    description: attach.description,
    arguments: [{ name: '[FILE...]', description: attach.files }],
    options: [
      { flags: '--case <ID>', description: attach.case },
      { flags: '--memo <TEXT>', description: attach.memo },
      { flags: '--detach <ID>', description: attach.detach },
    ],
    examples: [
      ['okhelp case attach screenshot.png', attach.examples.one],
      ['okhelp case attach reply.pdf --memo "their refusal"', attach.examples.memo],
      ['okhelp case attach --detach f2', attach.examples.detach],
    ],
  }),

  async run({ args, case: id, memo, detach }, context) {
    if (detach !== undefined && args.length > 0)
      throw new OkhelpError('not-together', { flag: '--detach', other: 'FILE' });
    const record = await chosenCase(id, context);
    if (detach !== undefined) return takeOff(detach, record.id, context);
    if (args.length === 0) throw new OkhelpError('missing-argument', { argument: 'FILE' });
    const { io, t } = context;
    // All files are read before anything is kept.
    const said = await withoutSecrets(memo ?? '', 'memo', context);
    let removed = said.removed;
    const read: Omit<CaseEvidence, 'id' | 'added'>[] = [];
    for (const file of args) {
      const path = resolve(context.host.cwd, file);
      const { bytes, sha256 } = await fingerprintOf(path, file);
      const named = await withoutSecrets(basename(path), 'name', context);
      removed += named.removed;
      read.push({ name: named.text || recordedText(file), path, bytes, sha256, memo: said.text });
    }
    const { cases } = await context.store();
    const at = formatTime(momentAt(context.now(), context.timeZone().offset));
    const there = cases.evidence(record.id);
    const known = (one: { path: string; sha256: string }) =>
      there.find(({ path, sha256 }) => path === one.path && sha256 === one.sha256);
    const fresh = read.filter((one, i) => !known(one) && read.findIndex(({ path }) => path === one.path) === i);
    const added = cases.together(() =>
      fresh.map((one) => {
        const evidence = cases.addEvidence(record.id, one);
        cases.log(record.id, { kind: 'evidence', at, evidence: evidence.id, ...(said.text && { text: said.text }) });
        return evidence;
      }),
    );
    if (context.json) {
      io.document({ schema: 'okhelp.case-evidence/1', case: record.id, added });
    } else {
      const lines = added.flatMap((one) =>
        item(t.cases.attach.added(one.id, one.name, sizeInWords(one.bytes)), context),
      );
      if (added.length > 0) io.out([t.cases.attach.heading(record.id), ...lines].join('\n'));
      for (const one of read) {
        const before = known(one);
        if (before) answer(t.cases.attach.already(one.name, before.id), { io });
      }
    }
    if (removed > 0) sayWarning(t.cases.removed(removed), context);
    return 0;
  },
};

async function takeOff(part: string, id: string, context: Context): Promise<number> {
  const { cases } = await context.store();
  const evidence = cases.evidence(id);
  const wanted = part.trim().toLowerCase().replace(/^f?/, 'f');
  const found = evidence.find((one) => one.id === wanted);
  if (!found) {
    const parts = evidence.map((one) => one.id).join(', ');
    throw new OkhelpError('unknown-part', { part, case: id, parts });
  }
  cases.together(() => {
    cases.removeEvidence(id, found.id);
    const entry = cases.timeline(id).find(({ evidence: one }) => one === found.id);
    if (entry) cases.unlog(id, entry.id);
  });
  const { io, t, json } = context;
  if (json) io.document({ schema: 'okhelp.case-evidence/1', case: id, detached: found });
  else
    io.out(
      item(t.cases.attach.detached(found.id, found.name), { io: { width: io.width + 2 } })
        .join('\n')
        .trim(),
    );
  return 0;
}

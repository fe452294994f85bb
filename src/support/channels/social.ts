// A public post to the company: its name, the kind of problem, a case number, and nothing else.
import { type ChannelDraft, draftOf, isProviders, type Material, type Voice } from './material.ts';
import { publicReference } from './public-facts.ts';

/** Made from four things alone, so that nothing else of the case can get in. Platforms count 280 characters. */
export function socialDraft(material: Material, voice: Voice): ChannelDraft {
  const { words } = voice;
  const { spoken } = words.social;
  const company = material.company === null ? words.companyOpen : shortened(material.company);
  const kind = words.kinds[material.input.problem.id];
  const { reference } = publicReference(material);
  const reported = material.timeline.some(
    (event) => isProviders(event) && ['sent', 'call', 'complaint'].includes(event.kind),
  );
  const body = [
    reported ? spoken.reported(company, kind) : spoken.post(company, kind),
    reference === null ? null : spoken.reference(reference),
    spoken.answer,
  ]
    .filter((sentence) => sentence !== null)
    .join(words.gap);
  return draftOf('social', material, voice, { body, missing: material.company === null ? ['company'] : [] });
}

const LONGEST = 60;

function shortened(company: string): string {
  const signs = [...company];
  return signs.length <= LONGEST ? company : `${signs.slice(0, LONGEST - 1).join('')}…`;
}

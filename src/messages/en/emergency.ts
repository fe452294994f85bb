// The words of the emergency list; the steps themselves stand in content/emergency.yaml and content/regions/.
import type { BodyContact } from '../../knowledge/region.ts';

const contacts: Record<BodyContact['kind'], string> = {
  phone: 'Call',
  web: 'Page',
  email: 'E-mail',
  address: 'Address',
  hours: 'Hours',
};

export const emergency = {
  summary: 'Money or account in danger: what to do first, in order',
  description:
    'At a terminal the steps come one at a time, and each tick is kept with its time in a case; stop at any moment and `okhelp emergency` goes on there. In a pipe all steps are printed at once. It needs no settings and no saved data.',
  options: {
    region: 'where you live, as a two-letter code such as CN or GB, for the police’s numbers',
    case: 'the case to keep the ticks with',
    fresh: 'begin a new list in a new case',
    done: 'tick a step, by its name or number; with =TIME if it was done earlier',
    sources: 'where each statement and number comes from',
  },
  examples: [
    ['okhelp emergency', 'one step at a time'],
    ['okhelp emergency --region GB --no-input', 'all steps at once'],
    ['okhelp emergency --done freeze=14:05 --done police', 'tick steps from a script'],
  ] as [string, string][],
  contact: (kind: BodyContact['kind'], value: string) => `${contacts[kind]}: ${value}`,
  yours: (kind: string, value: string, found: string) => `You saved: ${kind} ${value} (found: ${found})`,
  doneAt: (time: string) => `done ${time}`,
  left: 'does not apply',
  open: 'open',
  numbersRead: (day: string) =>
    `Numbers and pages as read on ${day}. If one does not answer, look on the body’s own site. \`okhelp emergency --sources\` names where each comes from.`,
  noRegion:
    'Your region is not known, so the numbers of its police are missing here. Add `--region` with your two-letter code, such as CN or GB, or save it with `okhelp config set region CN`.',
  sources: 'Sources',
  source: (title: string, where: string, day: string) => `${title}, ${where}, read on ${day}`,
  sourcesOf: (step: string) => `For “${step}”`,

  isDone: (n: number, total: number) => `Step ${n} of ${total}: done?`,
  choices: {
    done: 'Done',
    later: 'Later; show me the next step',
    skip: 'This does not apply to me',
    stop: 'Stop for now; okhelp emergency goes on here',
    keep: 'It stays as it is; next step',
    undo: 'Not done after all',
  },
  soFar: 'So far',
  goesOn: (id: string, day: string) =>
    `This goes on with case ${id}, begun on ${day}. For something new: \`okhelp emergency --new\`.`,
  whereLive: 'Where do you live? okhelp then shows the numbers of the police there.',
  regionSaved: (code: string) => `Kept as setting region = ${code}.`,
  whichCase: 'Which case does this belong to? The ticks are kept with it.',
  newCase: 'None of these; it is something new',
  caseTitle: (id: string, title: string, day: string) => `${id}  ${title} (${day})`,
  kept: (id: string) => `The ticks are kept with case ${id}.`,
  notKept: (reason: string) => `The ticks cannot be kept: ${reason} All steps are here all the same.`,
  settingsDamaged: 'The settings could not be read; okhelp goes on without them.',
  stopped: 'What you ticked is kept. `okhelp emergency` goes on here.',
  stoppedUnkept: '`okhelp emergency` shows the steps again.',
  allDone: 'All steps are done or do not apply.',
  stillOpen: (n: number) =>
    n === 1
      ? 'One step is still open. `okhelp emergency` shows it again.'
      : `${n} steps are still open. \`okhelp emergency\` shows them again.`,
  next: 'Go on with',
  nextMail: 'write down what happened for support, the bank and the police',
  nextDiagnose: 'a few questions about what happened, and what to do then',
  go: 'Go through the steps for an emergency now, one at a time?',
  goes: 'the steps for an emergency, one at a time',
  menu: 'Money or account in danger: what to do now',
  menuHint: 'Step by step, beginning with the most urgent.',
};

// The words of the drafts for other channels than the first mail, and of the conversation around them.
import type { Language } from '../../globals.ts';
import type { ProblemId } from '../../knowledge/content.ts';
import type { Channel } from '../../support/case-event.ts';
import type { Magnitude } from '../../support/channels/public-facts.ts';

/** What the trouble is, as it goes on after "about"; nothing in it tells who or how much. */
const kinds: Record<ProblemId, string> = {
  'payment-failed': 'a payment that failed',
  'account-restricted': 'an account that is frozen or restricted',
  'balance-mismatch': 'a balance that does not match the transactions',
  'topup-failed': 'a top-up that failed or did not arrive',
  'withdrawal-failed': 'a withdrawal that failed or did not arrive',
  'arrival-delayed': 'a transfer that has not arrived',
  'duplicate-charge': 'a payment that was charged twice',
  'unexpected-fee': 'a fee that was not expected',
  'wrong-exchange-rate': 'an exchange rate that does not look right',
  'refund-missing': 'a refund that has not come',
  'wrong-recipient': 'a transfer that went to the wrong place',
  'unauthorised-transaction': 'a transaction that I did not authorise',
  'identity-verification': 'an identity check that does not go through',
  'login-problem': 'an account that I cannot log in to',
  other: 'a problem with my account',
};

/** Entries of the timeline, as I tell them in a letter. `who` is the other side, null where the letter speaks to it. */
const history = {
  sent: (channel: Channel, who: string | null) => {
    const you = who ?? 'you';
    if (channel === 'phone') return `I called ${you}`;
    if (channel === 'in-person') return `I spoke to ${you} in person`;
    const ways = {
      email: ' by e-mail',
      chat: ' in the live chat',
      social: ' on social media',
      forum: ' in the forum',
      form: ' through the web form',
      letter: ' by letter',
    };
    return `I wrote to ${you}${ways[channel]}`;
  },
  'follow-up': (who: string | null) => `I reminded ${who ?? 'you'}`,
  complaint: (who: string | null) => `I made a formal complaint to ${who ?? 'you'}`,
  call: (who: string | null, person: string | null) =>
    `I called ${who ?? 'you'}${person === null ? '' : ` and spoke to ${person}`}`,
  answer: (who: string | null) => `${who ?? 'you'} answered`,
  'final-answer': (who: string | null) =>
    who === null ? 'you gave your final answer' : `${who} gave its final answer`,
  'documents-asked': (who: string | null) => `${who ?? 'you'} asked for documents`,
  'documents-sent': (who: string | null) => `I sent the documents to ${who ?? 'you'}`,
  'money-back': (amount: string | null) => `${amount ?? 'some of the money'} came back`,
  promised: (text: string) => `promised: ${text}`,
  due: (day: string) => `by ${day}`,
  reference: (text: string) => `case number ${text}`,
  entry: (day: string, said: string) => `${day}: ${said}`,
  more: (parts: string[]) => ` (${parts.join('; ')})`,
  said: (text: string) => `: "${text}"`,
  /** Where many entries are left out, so that it stays on one page. */
  omitted: (count: number) =>
    count === 1 ? '(1 further entry is in my records)' : `(${count} further entries are in my records)`,
};

/** Amounts in public: their size only. */
const sizes: Record<Magnitude, (currency: string) => string> = {
  'under-1': (currency) => `less than 1${currency && ` ${currency}`}`,
  'under-10': (currency) => `less than 10${currency && ` ${currency}`}`,
  tens: (currency) => `tens${currency && ` of ${currency}`}`,
  hundreds: (currency) => `hundreds${currency && ` of ${currency}`}`,
  thousands: (currency) => `thousands${currency && ` of ${currency}`}`,
  'ten-thousands': (currency) => `tens of thousands${currency && ` of ${currency}`}`,
  more: (currency) => `more than 100,000${currency && ` ${currency}`}`,
};

const languages: Record<Language, string> = { en: 'English', 'zh-CN': 'Chinese' };

export const draft = {
  kinds,
  history,
  labels: {
    reference: 'Case number that you gave me',
    providersReference: "The provider's case number",
  },
  options: {
    company: "the provider's name, as it should stand in the text",
    emailLang: 'the language of what is said or sent',
    output: 'write it to this file; - is standard output',
    copy: 'put it on the clipboard',
    force: 'replace the file if it is there',
  },
  places: {
    timeline: 'the timeline',
    company: "the company's name",
    wanted: 'what you want',
    cost: 'what it cost',
  } as Record<string, string>,
  /** Between two sentences. */
  gap: ' ',
  companyOpen: '[company]',

  phone: {
    summary: 'A short script for the phone, and a form for notes',
    description:
      'What to say first, the facts in order, what to ask for, what never to say, and a form for what you are told. What is to be said stands in the language of --email-lang, what is meant for you in your own.',
    examples: [
      ['okhelp draft phone', 'a script for the last diagnosis'],
      ['okhelp draft phone --email-lang zh-CN -o call.txt', 'to be said in Chinese, written to a file'],
    ] as [string, string][],
    spoken: {
      opening: (name: string, kind: string) => `Hello, my name is ${name}. I am calling about ${kind}.`,
      yourName: 'May I have your name, and a case number for this call?',
      facts: 'The facts',
      earlier: 'What was done so far',
      asks: 'What I ask you to do',
      byWhen: 'Please tell me by when I will hear from you, and in what way.',
      inWriting: 'Please confirm in writing what you have told me.',
      close: 'May I read back what I have noted, so that we both have it right?',
    },
    say: 'What to say',
    never: {
      title: 'Never say this on the phone, whoever asks',
      lines: [
        'your password, payment password or PIN',
        'a code from a text message or an authenticator app',
        'the full card number, its expiry date or the three digits on its back',
        'a private key or recovery phrase',
      ],
      rest: 'Let nobody connect to your device, and move no money to a "safe account". If they called you, hang up and dial the number in your app yourself.',
    },
    form: {
      title: 'Notes of the call',
      row: (label: string, blank: string) => `${label}: ${blank}`,
      lines: [
        'Date',
        'Time, from and to',
        'Number dialled',
        'Name and department',
        'Case number',
        'What was promised',
        'By when',
        'What they want from me',
      ],
    },
    where:
      'Take the number from your app or account, usually under Me or Settings, in Help or Contact us, never from a search result or a message.',
    peak: 'The phone is direct and usually quick, but at peak times you may have to wait. Have this page and something to write with at hand.',
    log: (id: string) =>
      `After the call, \`okhelp case log ${id} call\` keeps whom you spoke to, what was promised and by when.`,
  },

  chat: {
    summary: 'The first message for a live chat, and the details for when they ask',
    description:
      'The first message has fewer than 500 characters, since many chats take no more. What does not fit in it stands in the second.',
    second: 'only the second message, with the details',
    examples: [
      ['okhelp draft chat --copy', 'put the first message on the clipboard'],
      ['okhelp draft chat --second --copy', 'the second one, with the details'],
    ] as [string, string][],
    spoken: {
      opening: (kind: string) => `Hello, I need help with ${kind}.`,
      fact: (label: string, value: string) => `${label}: ${value}.`,
      request: 'Please look into it, and give me a case number.',
      requestAgain: 'Please look into it, and tell me where it stands.',
      more: 'I can send you the details.',
      details: 'Here are the details.',
    },
    first: (count: number) => `First message (${count} of fewer than 500 characters)`,
    later: 'Second message, when they ask for details',
    where:
      'Open the chat inside your app or account, usually under Me or Settings, in Help or Contact us. Where it is offered it is usually the quickest way.',
    codes: 'Nobody in a chat needs your password or a code. If somebody asks for one, or sends a link, leave the chat.',
    keep: 'Save the conversation before you close it: a screenshot will do.',
    log: (id: string) => `Then \`okhelp case log ${id} sent --channel chat\` keeps that you wrote, and when.`,
    copied: 'The first message is on the clipboard; `--second --copy` puts the second there.',
    copiedSecond: 'The second message is on the clipboard.',
  },

  social: {
    summary: 'A public post to the company: its name, the kind of problem, a case number, nothing else',
    description:
      'Everybody can read it. So your name, account, amounts, times, transactions and notes never stand in it, whatever the case or the flags say.',
    examples: [
      ['okhelp draft social --company OKPay', 'a post about the last diagnosis'],
      ['okhelp draft social --email-lang zh-CN --copy', 'in Chinese, on the clipboard'],
    ] as [string, string][],
    spoken: {
      post: (company: string, kind: string) => `${company}: I need help with ${kind}.`,
      reported: (company: string, kind: string) =>
        `${company}: I have reported ${kind} to your support, and it is not solved yet.`,
      reference: (text: string) => `Case number: ${text}.`,
      answer: 'Please look into it and answer me inside your app.',
    },
    where:
      "Post it to the company's official account, which you reach from the app or its own site, by a tag or a message. Because it is public, an answer often comes faster.",
    fakes:
      'Fake support accounts answer such posts. Use no number, link or messenger from an answer or a private message; go on in your app only.',
    noReference:
      'No case number stands in it: none that can be shown was logged. `okhelp case log` keeps the one that they give you.',
    hidden: 'The number that was logged is not shown, because it looks like personal data.',
    log: (id: string) => `Then \`okhelp case log ${id} sent --channel social\` keeps that you posted it, and when.`,
  },

  forum: {
    summary: 'A post for a forum: what happened in order, without who you are',
    description:
      'Days are counted from the first, amounts are given as a magnitude, and account, transaction, names and times stay out.',
    examples: [
      ['okhelp draft forum --company OKPay', 'a post about the last diagnosis'],
      ['okhelp draft forum --tried "Restarted the app" -o post.txt', 'with what you tried, written to a file'],
    ] as [string, string][],
    spoken: {
      subject: (company: string, kind: string) => `${company}: ${kind}`,
      opening: (company: string, kind: string) =>
        `I have trouble with ${company}. It is about ${kind}. I would like to hear from people who had the same.`,
      happened: 'What happened, in order',
      more: 'More about it',
      day: (number: number, text: string) => `Day ${number}: ${text}`,
      began: 'it happened',
      events: {
        sent: 'I wrote to support',
        'follow-up': 'I sent a reminder',
        complaint: 'I made a formal complaint',
        call: 'I called support',
        answer: 'an answer came, but it did not solve it',
        'final-answer': 'support gave its final answer',
        'documents-asked': 'support asked for documents',
        'documents-sent': 'I sent the documents',
        'money-back': 'some of the money came back',
      },
      toBody: 'I turned to a public body',
      fromBody: 'the public body answered',
      amount: (size: Magnitude, currency: string) => `Amount: ${sizes[size](currency)} (rounded on purpose)`,
      errorCode: (code: string) => `Error code: ${code}`,
      tried: 'What I have tried',
      left: '[left out]',
      question: 'Has anybody had the same, and how was it solved? How long did it take?',
      closing: 'I post no account data here, and I do not answer offers of help by private message.',
    },
    read: 'Read it through before you post it: okhelp cannot recognise every name or place in what you typed yourself.',
    where: 'Choose a forum or discussion platform that you know, and use a name there that is not your own.',
    fakes:
      'Whoever offers help by private message, or promises to get money back for a fee in advance, is most likely a fraud. Go on in your app only.',
  },

  followUp: {
    summary: 'A second, shorter mail: what was sent when, and what is still missing',
    description:
      'It takes the history from the case: when you wrote, what was answered, the case number. An answer to e-mail usually comes within 24 hours; after that, follow up.',
    options: {
      sent: 'the day of your first message, if it is not logged',
      by: 'the day by which you ask for an answer',
    },
    examples: [
      ['okhelp draft follow-up', 'remind support of the last case'],
      ['okhelp draft follow-up --case c7 --format eml -o again.eml', 'as a file for your mail program'],
    ] as [string, string][],
    spoken: {
      subject: (subject: string, reference: string | null) =>
        `Reminder: ${subject}${reference ? ` (case number ${reference})` : ''}`,
      greeting: 'Dear support team,',
      wrote: (day: string, kind: string) => `On ${day} I wrote to you about ${kind}.`,
      contacted: (day: string, kind: string) => `On ${day} I contacted you about ${kind}.`,
      silent: 'I have had no answer so far.',
      spoke: 'The matter is not settled so far.',
      unsolved: (day: string) => `Your last answer came on ${day}, but the matter is not settled.`,
      promise: (promised: string, due: string) => `I was told: ${promised}, by ${due}. That day is over.`,
      history: 'What happened so far',
      facts: 'What it is about',
      asks: 'What is still missing',
      by: (day: string) => `Please answer by ${day}.`,
      soon: 'Please tell me where it stands, and by when it will be settled.',
      next: 'If you cannot settle it, please tell me how I make a formal complaint to you.',
      closing: 'Thank you for your help, and kind regards,',
      firstDay: 'the day of my first message',
    },
    notLogged: (id: string) =>
      `The case does not say when you first wrote. \`okhelp case log ${id} sent --at DATE\` keeps it, or give it with --sent.`,
    early: (hours: number) =>
      `Your last message went out ${hours === 1 ? '1 hour' : `${hours} hours`} ago. An answer usually comes within 24 hours, so you may wait until then.`,
    log: (id: string) => `When it is sent, \`okhelp case log ${id} follow-up\` keeps it.`,
    polite: 'Polite and patient words get further, also the second time.',
    missing: { sent: 'the day of the first message' },
  },

  complaint: {
    summary: 'A formal complaint, to the provider or to a body of your region',
    description:
      'What it is, the references, the facts by date, what it cost, what you want and by when, the rule it rests on, and the copies attached. Made for one page. To a body it is in a language of that region, unless --email-lang says another.',
    options: {
      body: 'to this body of your region (without it, to the provider)',
      wanted: 'what you want, in your own words',
      cost: 'what it cost you besides the amount',
      by: 'the day by which you ask for an answer',
      region: 'your country or region, such as CN or GB',
      balanceKind: 'what the balance is: ordinary money (fiat) or a token such as USDT',
      licensed: 'whether the provider is licensed where you live',
      attach: 'attach a copy of this file; of a text file, one without secrets',
    },
    examples: [
      ['okhelp draft complaint', "to the provider's complaints office"],
      ['okhelp draft complaint --wanted "Pay back 500.00 CNY" --by 2026-12-01', 'with what you want, and by when'],
      ['okhelp draft complaint --region GB --body uk-fos', 'to a body of your region'],
    ] as [string, string][],
    spoken: {
      subject: (kind: string, reference: string | null) =>
        `Complaint about ${kind}${reference ? ` (case number ${reference})` : ''}`,
      subjectBody: (company: string, kind: string) => `Complaint about ${company}: ${kind}`,
      date: 'Date',
      to: 'To',
      office: (company: string) => `${company}, complaints office`,
      opening: (kind: string) =>
        `This is a formal complaint. It is about ${kind}. Please handle it under your complaints procedure.`,
      openingBody: (company: string, kind: string) =>
        `This is a complaint about ${company}. It is about ${kind}. I ask you to look into it.`,
      references: 'References',
      facts: 'What happened, by date',
      began: 'it happened',
      cost: 'What it has cost me',
      amount: (amount: string) => `The amount concerned: ${amount}`,
      back: (amount: string) => `Of this, ${amount} came back.`,
      costOpen: 'what it has cost you',
      wanted: 'What I want',
      wantedBody: 'What I asked the provider for',
      fromBody: 'Please tell me whether you can take this up, what you need from me, and how long it will take.',
      complained: (day: string) => `I complained to the provider on ${day}.`,
      contacted: (day: string) => `I told the provider of it on ${day}.`,
      finalAnswer: (day: string) => `It gave its final answer on ${day}.`,
      noAnswer: 'No final answer has come.',
      complainedOpen: 'when you complained to the provider, and what it answered',
      by: (day: string) => `Please answer me in writing by ${day}.`,
      rules: 'What I rely on',
      rule: (name: string, says: string | null) => (says === null ? name : `${name}: ${says}`),
      theProvider: 'the provider',
      anotherBody: 'another body',
      attached: 'Copies attached (the originals stay with me)',
      noSecrets: 'No passwords, codes or full card numbers stand in this letter.',
      finalRequest:
        'If you do not agree, please send me your final answer in writing, with the reasons, and name the body that I can turn to next.',
      closing: 'Yours faithfully,',
    },
    ask: {
      wanted: 'What do you want them to do? Enter takes what the diagnosis suggests.',
      company: 'What is the company called?',
    },
    expected: {
      day: 'a day such as 2026-12-01',
      future: 'a day that is still to come',
      region: 'a two-letter code such as CN, HK or GB',
    },
    language: {
      chosen: (language: Language, region: string, other: Language) =>
        `The letter is in ${languages[language]}, since it goes to a body of this region: ${region}. To read it in ${languages[other]} first, add \`--email-lang ${other}\`. Your own words are not translated.`,
      unsuited: (language: Language, region: string, other: Language) =>
        `A body of this region may not read ${languages[language]}: ${region}. \`--email-lang ${other}\` writes the letter in ${languages[other]}.`,
      either: (language: Language, other: Language) =>
        `The letter is in ${languages[language]}. \`--email-lang ${other}\` writes it in ${languages[other]}.`,
    },
    noRegion:
      'No region is set, so the general order holds. `okhelp config set region CC` (two letters) brings the bodies and rules of yours.',
    replyBy: {
      body: (day: string, span: string, source: string | null) =>
        `The letter asks for an answer by ${day}, which is ${span} from today${source ? ` (${source})` : ''}.`,
      own: (day: string) =>
        `No time for an answer is known here, so the letter asks for one by ${day}, 14 days from today. --by changes it.`,
      holidays: 'Public holidays are not counted out.',
    },
    spans: {
      days: (n: number) => (n === 1 ? '1 day' : `${n} days`),
      'business-days': (n: number) => (n === 1 ? '1 business day' : `${n} business days`),
      weeks: (n: number) => (n === 1 ? '1 week' : `${n} weeks`),
      months: (n: number) => (n === 1 ? '1 month' : `${n} months`),
    },
    notQuoted: {
      token: (name: string) => `Not quoted: ${name}. It is for ordinary money, and yours is a token.`,
      'balance-unknown': (name: string) =>
        `Not quoted: ${name}. It is for ordinary money; if that is what you have, say --balance-kind fiat.`,
      unlicensed: (name: string) => `Not quoted: ${name}. It binds licensed providers, and yours is not licensed.`,
      late: (name: string) => `Not quoted: ${name}. Its time is over, counted from the day on which it happened.`,
      'licence-unknown': (name: string) =>
        `Not quoted: ${name}. It binds licensed providers; if yours is one, say --licensed yes.`,
    },
    notYet: (name: string, day: string) => `${name} can usually be asked from ${day} on.`,
    notYetMissing: 'okhelp has no entry yet that you complained to the provider.',
    until: (name: string, day: string) => `${name} can be asked until ${day}.`,
    closed: (name: string, day: string) =>
      `The last day for ${name} was ${day}. Ask whether it still takes the matter.`,
    evidence: (text: string) => `It asks for: ${text}`,
    limit: (text: string) => `Note: ${text}`,
    contact: {
      phone: (value: string, source: string) => `Phone: ${value} (${source})`,
      web: (value: string, source: string) => `Web: ${value} (${source})`,
      email: (value: string, source: string) => `E-mail: ${value} (${source})`,
      address: (value: string, source: string) => `Address: ${value} (${source})`,
      hours: (value: string, source: string) => `Hours: ${value} (${source})`,
    },
    source: (title: string, read: string) => `${title}, read ${read}`,
    toOpen: "[the form or address on the body's own site]",
    bodyEntry: (id: string, name: string) => `${id} (${name})`,
    confirm: "Confirm each number and address on the body's own site before you use it.",
    noContact: 'okhelp has no address of this body. Look for it on its own site.',
    provider:
      'Send it where your app or account takes complaints; if it names no such place, send it to support with "Complaint" in the subject. Send copies and keep the originals.',
    log: (id: string, body: string) =>
      `When it is sent, \`okhelp case log ${id} complaint${body === 'provider' ? '' : ` --body ${body}`}\` keeps it, and the times count from there.`,
    notAdvice: 'This is no legal advice.',
    longer: 'It is longer than a page. Short complaints are read sooner: leave out what does not matter.',
    bodies: (list: string[]) => `Bodies of your region, with --body: ${list.join(', ')}.`,
    missing: {
      cost: 'what it has cost',
      complained: 'when you complained to the provider',
    },
  },

  company: 'company',
  companyMissing: 'The company is to be filled in: --company NAME, or `okhelp config set company NAME`.',
  savedContact: (value: string, found: string, day: string) =>
    found ? `You saved: ${value} (${found}, ${day}).` : `You saved: ${value} (${day}).`,
  polite: 'Stay polite and patient, whoever answers.',
  urgent: 'What cannot wait comes first: `okhelp emergency`.',
  missing: (names: string[]) => `Still to fill in: ${names.join(', ')}.`,
  tell: (names: string[]) => `They may ask for this, and it is not known yet: ${names.join(', ')}.`,
  offer: {
    message: 'What would you like to do with it?',
    copy: 'Copy it',
    copySecond: 'Copy the second message',
    write: 'Write it to a file',
    done: 'Nothing more',
    file: 'To which file?',
  },
};

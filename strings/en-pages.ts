import type { PageStrings } from './page-strings.ts';

const number = new Intl.NumberFormat('en');

/** Subscribers' pages in English. */
export const englishPages: PageStrings = {
  layout: {
    skip: 'Skip to the content',
    sample: 'A sample newsroom: its sources, its news and everybody in it are invented.',
    sections: 'Sections',
    today: 'Today',
    categories: 'Categories',
    search: 'Search',
    editions: 'Editions',
    petitions: 'Petitions',
    subscribe: 'Subscribe',
    about: 'How this paper is made',
    freshLink: 'Change or end your subscription',
    outbox: 'Outbox',
  },
  form: {
    optional: '(may stay empty)',
    address: 'Your mail address',
    greeting: 'How we may greet you',
    categories: 'Your categories',
    cadence: 'How often',
    cadences: {
      daily: 'Every day',
      weekly: (weekday) => `Once a week, on ${weekday}: the best of the week`,
    },
    language: 'Language of letters and pages',
    languageHint: (language) => `The digest itself stays in ${language}.`,
    name: 'Your name',
    display: 'How may we show you among the signers?',
    displays: {
      name: 'With my name',
      initials: 'With my initials',
      hidden: 'Not at all: only count me',
    },
  },
  subscribe: {
    title: 'Subscribe',
    description: (newsroom) => `Get ${newsroom} by mail, with the categories you choose.`,
    lead: 'One letter a day, or one a week: the categories you tick, in one mail, and what can be done about each story.',
    addressHint: 'We write to it once, to ask whether it is yours.',
    wording: (newsroom) =>
      `Send me ${newsroom} by mail, as often as I chose, with the categories that I ticked. I can change or end this at any time.`,
    button: 'Subscribe',
    promise:
      'No profile is made, nothing is tracked, and the address goes to nobody else. [How this paper is made]',
  },
  asked: {
    title: 'Look into your mailbox',
    lead: 'We have sent a mail to the address you gave.',
    text: 'It has one link. Open it and press the button there, and your subscription begins. If nothing arrives within a few minutes, look into the folder for junk, or [try again].',
  },
  outbox: 'This newsroom sends nothing yet: its mails are written to files. Read them in [the outbox].',
  confirm: {
    title: 'Confirm your subscription',
    lead: (newsroom) => `${newsroom} would come to you with these categories:`,
    wording: (newsroom) => `Yes, send me ${newsroom} at this address. Every mail has a link that ends it.`,
    button: 'Confirm my subscription',
    note: 'You did not ask for this? Then close this page. Without your confirmation nothing more is sent.',
  },
  confirmed: {
    title: 'You are subscribed',
    lead: (newsroom) => `The next edition of ${newsroom} comes to you by mail.`,
    text: 'We have sent you a short welcome. Its link lets you change your categories and their order whenever you like; every mail has a link that ends it.',
    today: 'Read today’s edition now',
  },
  ended: {
    title: 'This subscription was ended',
    lead: 'Nothing is sent to this address.',
    text: 'To have it again, please [subscribe anew].',
  },
  leave: {
    title: 'Unsubscribe',
    lead: 'End the digest to {}?',
    button: 'Unsubscribe',
    note: 'It ends at once. To get fewer categories instead, [change your subscription].',
  },
  left: {
    title: 'You are unsubscribed',
    lead: 'No further digest will be sent to you.',
    text: 'Thank you for having read us. Should it have been a mistake, you can [subscribe anew] at any time.',
  },
  me: {
    title: 'Your subscription',
    lead: 'The digest to {}',
    saved: 'Saved. The next edition comes to you this way.',
    hint: 'Tick what you want to read. The numbers say in which order; 1 comes first.',
    place: (category) => `Place of ${category}`,
    wording: (newsroom) =>
      `Send me ${newsroom} as often as I chose here, with these categories, from now on.`,
    save: 'Save',
    leave: 'Unsubscribe',
    leaveText: 'It ends at once, and you can come back whenever you like.',
  },
  freshLink: {
    title: 'Change or end your subscription',
    lead: 'Every digest has links for this at its end. If you have none at hand, we mail you one.',
    address: 'The address that the digest goes to',
    button: 'Mail me my link',
  },
  freshLinkSent: {
    title: 'Look into your mailbox',
    lead: 'If the address is subscribed, a mail with a link is on its way.',
    text: 'Nothing arrives? Then the digest goes to another address of yours, or to none: [subscribe here].',
  },
  sign: {
    to: (target) => `To ${target}`,
    petition: ({ title, target }) => `“${title}”, to ${target}`,
    asWhom:
      'Sign as {}? Not you? Then please use [the petition’s own page], where its whole text stands as well.',
    nameHint: (name) => `Left empty, it is the name you gave us: ${name}`,
    wording: (newsroom, petition) =>
      `I sign “${petition}”. ${newsroom} counts my signature and hands my name to the one it is addressed to; signing does not subscribe me to anything.`,
    button: 'Sign this petition',
    signed: {
      title: 'Your signature counts',
      text: 'Thank you. A receipt comes by mail; its link lets you change how you are shown, or withdraw. [See how many have signed]',
    },
    notOpen: {
      title: 'This petition cannot be signed now',
      text: '[Its page says when it was open], and what it came to.',
    },
    confirm: {
      title: 'Confirm your signature',
      signedAs: {
        name: 'Signed as {}, shown with your name.',
        initials: 'Signed as {}, shown with your initials.',
        hidden: 'Signed as {}, shown to nobody.',
      },
      button: 'Confirm my signature',
      note: 'You did not sign this? Then close this page, and the signature will not count.',
    },
    own: {
      title: 'Your signature',
      signedWith: 'Signed with {}.',
      saved: 'Saved.',
      save: 'Save',
      withdraw: 'Withdraw',
      withdrawText: 'Your signature is taken out of the count at once.',
      withdrawButton: 'Withdraw my signature',
    },
    withdrawn: {
      title: 'Your signature is withdrawn',
      lead: (title) => `“${title}” does not count it any more.`,
      text: 'Should you want to sign again: [the petition’s page].',
    },
  },
  petition: {
    lead: 'What our readers ask for, and of whom.',
    none: 'There is nothing to sign at present.',
    heading: 'Sign this petition',
    addressHint: 'Never shown. We write to it once, to ask whether it was you.',
    place: 'Where you live',
    button: 'Sign',
    sign: (title) => `Sign: ${title}`,
    openUntil: (day) => `Open until ${day}.`,
    opensOn: (day) => `It can be signed from ${day} on.`,
    opensLater: 'It cannot be signed yet.',
    closedOn: (day) => `It closed on ${day}.`,
    closed: 'It has closed.',
    recent: 'Recent signatures',
    signed: ({ signed, goal }) => `${number.format(signed)} of ${number.format(goal)} have signed`,
    countedAt: ', counted at {}',
    asked: {
      lead: (title) => `One step left for “${title}”.`,
      text: 'We have sent a mail to the address you gave. Open its link and press the button there, and your signature counts. [Back to the petition]',
    },
  },
  problem: {
    notFound: {
      title: 'Not found',
      lead: 'There is no page at this address.',
      text: 'It may have been moved, or the address was cut short on its way to you. From here you can',
      ways: [
        '[read today’s edition],',
        '[search all articles],',
        '[look through the categories],',
        'or, if it was a link from a mail of ours, [have a fresh one sent to you].',
      ],
    },
    held: {
      title: 'This edition is being looked at again',
      text: 'Until then you can read [the newest edition], or look through [all editions].',
    },
    refused: {
      title: 'That did not work',
      lead: 'What you asked for cannot be done.',
      text: 'Nothing was changed. You can go back and try again, or return to [today’s edition].',
    },
    tooLarge: {
      title: 'That was too much',
      lead: 'What was sent is larger than any form of ours: at most 64 kB.',
    },
    defect: {
      title: 'Something broke',
      heading: 'Something broke on our side',
      lead: 'The page could not be made. It is not your fault.',
      text: 'It has been noted. Please try again in a few minutes, or return to [today’s edition].',
    },
    faults: null,
  },
};

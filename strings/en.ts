import { englishMade } from './en-made.ts';
import { englishPages } from './en-pages.ts';
import type { Strings } from './strings.ts';

/** English, complete; every other language is measured by it. */
export const english: Strings = {
  digest: {
    edition: (number) => `No. ${number}`,
    readOnWeb: 'Read this edition on the web',
    sample: 'This is a sample. The newsroom, its news and everybody in it are invented.',
    contents: 'In this edition',
    opinion: 'Opinion',
    action: 'Action',
    todo: 'To do',
    petition: 'Sign our petition',
    signed: (signed, goal) => `${signed} of ${goal} have signed`,
    related: 'Related',
    video: 'Video',
    audio: 'Audio',
    brief: 'Our opinion and what to do',
    briefTodo: 'What to do',
    more: (count, category) => `${count} more in ${category} on the web`,
    preferences: 'Change your categories',
    unsubscribe: 'Unsubscribe',
    home: (newsroom) => `${newsroom} on the web`,
    update: 'Update',
    before: (day) => `We told you on ${day}`,
    weekly: 'The best of the week',
  },
  letters: {
    sample: 'This is a sample. The newsroom and its news are invented.',
    categories: 'Your categories',
    unsubscribe: 'Unsubscribe',
    petitionPage: 'The petition and its count',
    address: 'If the button does not work, open this address:',
    confirm: (newsroom) => ({
      subject: `Please confirm your subscription to ${newsroom}`,
      heading: 'One step left',
      paragraphs: [`Somebody, most likely you, asked us to send ${newsroom} to this address.`],
      button: 'Confirm your subscription',
      notes: [
        'Opening the page does nothing by itself: you confirm with the button on it.',
        'If you did not ask for this, do nothing. Nothing more will be sent to you.',
      ],
    }),
    welcome: (newsroom) => ({
      subject: `Welcome to ${newsroom}`,
      heading: 'You are subscribed',
      paragraphs: [
        'Your first digest comes with the next edition. It holds exactly the categories you chose.',
        'Keep this letter: its links are yours alone, so please do not forward it.',
      ],
      button: 'Change your categories',
      notes: [],
    }),
    known: (newsroom) => ({
      subject: `You already get ${newsroom}`,
      heading: 'You are already subscribed',
      paragraphs: [
        `Somebody, most likely you, asked us to send ${newsroom} to this address. It already goes there, so nothing has changed.`,
      ],
      button: 'See or change your categories',
      notes: ['If you did not ask for this, do nothing. Nobody has learned that you are subscribed.'],
    }),
    freshLink: (newsroom) => ({
      subject: `Your link to ${newsroom}`,
      heading: 'Your new link',
      paragraphs: ['Here is the link to your categories and to everything we keep about you.'],
      button: 'Open your preferences',
      notes: [
        'The link is yours alone, so please do not forward it.',
        'If you did not ask for this, do nothing. Nothing has changed.',
      ],
    }),
    confirmSignature: ({ title, target, signer }) => ({
      subject: `Please confirm your signature: ${title}`,
      heading: 'Is this your signature?',
      paragraphs: [
        `Our petition “${title}” to ${target} was signed with this address, in the name of ${signer}.`,
        'Your signature counts once you confirm it.',
      ],
      button: 'Confirm your signature',
      notes: [
        'Opening the page does nothing by itself: you confirm with the button on it.',
        'If you did not sign, do nothing. The signature will not count.',
      ],
    }),
    receipt: ({ title, target }) => ({
      subject: `You signed: ${title}`,
      heading: 'Thank you for signing',
      paragraphs: [
        `Your signature under “${title}” to ${target} counts.`,
        'You may change how your name is shown, or withdraw your signature, at any time.',
      ],
      button: 'Change or withdraw your signature',
      notes: ['The link is yours alone, so please do not forward it.'],
    }),
  },
  made: englishMade,
  pages: englishPages,
};

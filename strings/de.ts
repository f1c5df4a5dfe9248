import { germanMade } from './de-made.ts';
import { germanPages } from './de-pages.ts';
import type { Strings } from './strings.ts';

/** German, complete. */
export const german: Strings = {
  digest: {
    edition: (number) => `Nr. ${number}`,
    readOnWeb: 'Diese Ausgabe im Web lesen',
    sample: 'Dies ist ein Muster. Die Redaktion, ihre Nachrichten und alle Personen darin sind erfunden.',
    contents: 'In dieser Ausgabe',
    opinion: 'Meinung',
    action: 'Was jetzt hilft',
    todo: 'Zu tun',
    petition: 'Unterschreiben Sie unsere Petition',
    signed: (signed, goal) => `Unterschriften: ${signed} von ${goal}`,
    related: 'Dazu passt',
    video: 'Video',
    audio: 'Audio',
    brief: 'Unsere Meinung und was zu tun ist',
    briefTodo: 'Was zu tun ist',
    more: (count, category) => `${count} weitere unter ${category} im Web`,
    preferences: 'Rubriken ändern',
    unsubscribe: 'Abbestellen',
    home: (newsroom) => `${newsroom} im Web`,
    update: 'Neues dazu',
    before: (day) => `Wir berichteten am ${day}`,
    weekly: 'Das Beste der Woche',
  },
  letters: {
    sample: 'Dies ist ein Muster. Die Redaktion und ihre Nachrichten sind erfunden.',
    categories: 'Ihre Rubriken',
    unsubscribe: 'Abbestellen',
    petitionPage: 'Die Petition und ihr Stand',
    address: 'Falls der Knopf nicht funktioniert, öffnen Sie diese Adresse:',
    confirm: (newsroom) => ({
      subject: `Bitte bestätigen Sie Ihr Abonnement: ${newsroom}`,
      heading: 'Noch ein Schritt',
      paragraphs: [
        `Jemand, vermutlich Sie selbst, hat uns gebeten, ${newsroom} an diese Adresse zu schicken.`,
      ],
      button: 'Abonnement bestätigen',
      notes: [
        'Das Öffnen der Seite allein bewirkt nichts: Sie bestätigen mit dem Knopf darauf.',
        'Falls Sie nicht darum gebeten haben, tun Sie einfach nichts. Sie erhalten dann keine weitere Mail.',
      ],
    }),
    welcome: (newsroom) => ({
      subject: `Willkommen bei ${newsroom}`,
      heading: 'Ihr Abonnement läuft',
      paragraphs: [
        'Ihre erste Mail kommt mit der nächsten Ausgabe. Sie enthält genau die Rubriken, die Sie gewählt haben.',
        'Heben Sie diesen Brief auf: Seine Links gehören nur Ihnen, bitte leiten Sie ihn nicht weiter.',
      ],
      button: 'Rubriken ändern',
      notes: [],
    }),
    known: (newsroom) => ({
      subject: `Sie erhalten ${newsroom} bereits`,
      heading: 'Ihr Abonnement besteht schon',
      paragraphs: [
        `Jemand, vermutlich Sie selbst, hat uns gebeten, ${newsroom} an diese Adresse zu schicken. Dorthin geht es bereits, also hat sich nichts geändert.`,
      ],
      button: 'Rubriken ansehen oder ändern',
      notes: [
        'Falls Sie nicht darum gebeten haben, tun Sie einfach nichts. Niemand hat erfahren, dass Sie abonniert haben.',
      ],
    }),
    freshLink: (newsroom) => ({
      subject: `Ihr Link zu ${newsroom}`,
      heading: 'Ihr neuer Link',
      paragraphs: ['Hier ist der Link zu Ihren Rubriken und zu allem, was wir über Sie gespeichert haben.'],
      button: 'Einstellungen öffnen',
      notes: [
        'Der Link gehört nur Ihnen, bitte leiten Sie ihn nicht weiter.',
        'Falls Sie nicht darum gebeten haben, tun Sie einfach nichts. Es hat sich nichts geändert.',
      ],
    }),
    confirmSignature: ({ title, target, signer }) => ({
      subject: `Bitte bestätigen Sie Ihre Unterschrift: ${title}`,
      heading: 'Ist das Ihre Unterschrift?',
      paragraphs: [
        `Unsere Petition „${title}“ (gerichtet an: ${target}) wurde mit dieser Adresse unterschrieben, im Namen von ${signer}.`,
        'Ihre Unterschrift zählt, sobald Sie sie bestätigen.',
      ],
      button: 'Unterschrift bestätigen',
      notes: [
        'Das Öffnen der Seite allein bewirkt nichts: Sie bestätigen mit dem Knopf darauf.',
        'Falls Sie nicht unterschrieben haben, tun Sie einfach nichts. Die Unterschrift zählt dann nicht.',
      ],
    }),
    receipt: ({ title, target }) => ({
      subject: `Sie haben unterschrieben: ${title}`,
      heading: 'Danke für Ihre Unterschrift',
      paragraphs: [
        `Ihre Unterschrift unter „${title}“ (gerichtet an: ${target}) zählt.`,
        'Sie können jederzeit ändern, wie Ihr Name gezeigt wird, oder Ihre Unterschrift zurückziehen.',
      ],
      button: 'Unterschrift ändern oder zurückziehen',
      notes: ['Der Link gehört nur Ihnen, bitte leiten Sie ihn nicht weiter.'],
    }),
  },
  made: germanMade,
  pages: germanPages,
};

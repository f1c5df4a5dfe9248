import type { MadeStrings } from './made-strings.ts';

const list = new Intl.ListFormat('de', { type: 'conjunction' });

/** How the paper came about, in German. */
export const germanMade: MadeStrings = {
  why: (newsroom) =>
    `Sie erhalten diese Mail, weil Sie ${newsroom} bestellt und die Bestellung per Mail bestätigt haben. Sie enthält die Rubriken, die Sie gewählt haben.`,
  howMade:
    'Wie sie entstanden ist: Überschriften und Auszüge stammen aus den Quellen, die dabei genannt sind. Bei Meinungen und Vorschlägen steht, wer sie geschrieben hat.',
  howMadeSample: (newsroom) =>
    `Wie sie entstanden ist: Die Meldungen, ihre Quellen und alle Personen darin wurden für die Musterredaktion von ${newsroom} erfunden, ebenso die Meinungen.`,
  excerptOnly: 'Nur ein Auszug, ohne Meinung.',
  parts: { opinion: 'Meinung', action: 'Vorschlag', todo: 'Aufgabenliste' },
  authorship: {
    list: (names) => list.format(names),
    person: 'von einem Menschen geschrieben',
    sample: {
      none: 'Mustertext, von Hand geschrieben',
      edited: 'Mustertext, von Hand geschrieben und von einem Menschen bearbeitet',
    },
    registry: {
      none: 'zusammengestellt aus unserem Verzeichnis von Petitionen und Amtsträgern',
      edited:
        'zusammengestellt aus unserem Verzeichnis von Petitionen und Amtsträgern und von einem Menschen bearbeitet',
    },
    model: (name) => {
      const written = `von einem Sprachmodell (${name ?? 'ohne Namen'}) geschrieben`;
      return {
        none: written,
        approved: `${written} und von einem Menschen geprüft`,
        edited: `${written} und von einem Menschen bearbeitet`,
      };
    },
    absence: {
      none: 'Noch hat niemand etwas dazu geschrieben.',
      waiting: 'Der Text ist noch nicht geprüft.',
      rejected: 'Die Redaktion hat sich gegen den Abdruck entschieden.',
      failed: 'Was geschrieben wurde, hat unsere Prüfungen nicht bestanden.',
      ceiling: 'Was die Redaktion an einem Tag für Kommentare ausgibt, war aufgebraucht.',
    },
    article: {
      unfit: 'Der Artikel eignet sich nicht für einen Kommentar.',
      changed: 'Der Artikel hat sich geändert, seit der Text geschrieben wurde.',
      nothing: 'Der Artikel gibt nichts her, wozu eine Meinung zu sagen wäre.',
    },
  },
  registryTodo: {
    readWhole: 'Lesen Sie den ganzen Artikel',
    readWholeDetail: (source) => `Er steht bei ${source}. Merken Sie sich, wer entscheidet und wann.`,
    talk: 'Sprechen Sie mit jemandem darüber',
    talkDetail:
      'Fragen Sie jemanden, den es betrifft, was sich ändern soll, und erzählen Sie, was Sie gelesen haben.',
    asks: (target) => `Sie fordert ${target} zum Handeln auf.`,
    sign: (petition) => `Unterschreiben: ${petition}`,
    writeTo: (office) => `Schreiben an: ${office}`,
    letterSubject: (title) => `Betrifft: ${title}`,
    letter: ({ title, source }) => [
      `ich habe „${title}“ (${source}) gelesen und schreibe Ihnen, weil es in Ihr Amt fällt.`,
      'Darum bitte ich Sie: [sagen Sie in ein oder zwei Sätzen, was bis wann geschehen soll].',
      'Warum es mir wichtig ist: [sagen Sie, wie es Sie, Ihre Familie oder Ihre Straße betrifft].',
      'Bitte teilen Sie mir mit, was Sie tun werden.',
      '[Ihr Name]\n[Ihre Straße und Ihr Ort]',
    ],
  },
};

import type { PageStrings } from './page-strings.ts';
import { pluralOf } from './plural.ts';

const number = new Intl.NumberFormat('de');

/** Subscribers' pages in German. */
export const germanPages: PageStrings = {
  layout: {
    skip: 'Zum Inhalt springen',
    sample: 'Eine Musterredaktion: Ihre Quellen, ihre Nachrichten und alle Personen darin sind erfunden.',
    sections: 'Bereiche',
    today: 'Heute',
    categories: 'Rubriken',
    search: 'Suche',
    editions: 'Ausgaben',
    petitions: 'Petitionen',
    subscribe: 'Abonnieren',
    about: 'Wie diese Zeitung entsteht',
    freshLink: 'Abonnement ändern oder beenden',
    outbox: 'Postausgang',
  },
  form: {
    optional: '(darf leer bleiben)',
    address: 'Ihre Mailadresse',
    greeting: 'Wie wir Sie ansprechen dürfen',
    categories: 'Ihre Rubriken',
    cadence: 'Wie oft',
    cadences: {
      daily: 'Jeden Tag',
      weekly: (weekday) => `Einmal in der Woche, am ${weekday}: das Beste der Woche`,
    },
    language: 'Sprache der Briefe und Seiten',
    languageHint: (language) => `Die Ausgaben selbst bleiben auf ${language}.`,
    name: 'Ihr Name',
    display: 'Wie dürfen wir Sie unter den Unterschriften zeigen?',
    displays: {
      name: 'Mit meinem Namen',
      initials: 'Mit meinen Anfangsbuchstaben',
      hidden: 'Gar nicht: nur mitzählen',
    },
  },
  subscribe: {
    title: 'Abonnieren',
    description: (newsroom) => `${newsroom} per Mail, mit den Rubriken Ihrer Wahl.`,
    lead: 'Ein Brief am Tag oder einer in der Woche: die Rubriken, die Sie ankreuzen, in einer Mail, und was sich zu jeder Meldung tun lässt.',
    addressHint: 'Wir schreiben einmal dorthin, um zu fragen, ob es Ihre ist.',
    wording: (newsroom) =>
      `Schicken Sie mir ${newsroom} per Mail, so oft wie gewählt, mit den Rubriken, die ich angekreuzt habe. Ich kann das jederzeit ändern oder beenden.`,
    button: 'Abonnieren',
    promise:
      'Es wird kein Profil angelegt, nichts verfolgt, und die Adresse geht an niemanden sonst. [Wie diese Zeitung entsteht]',
  },
  asked: {
    title: 'Sehen Sie in Ihr Postfach',
    lead: 'Wir haben eine Mail an die angegebene Adresse geschickt.',
    text: 'Darin steht ein Link. Öffnen Sie ihn und drücken Sie dort den Knopf, dann beginnt Ihr Abonnement. Kommt in den nächsten Minuten nichts an, sehen Sie im Ordner für Werbung nach oder [versuchen Sie es noch einmal].',
  },
  outbox:
    'Diese Redaktion verschickt noch nichts: Ihre Mails werden in Dateien geschrieben. Zu lesen sind sie [im Postausgang].',
  confirm: {
    title: 'Abonnement bestätigen',
    lead: (newsroom) => `${newsroom} käme mit diesen Rubriken zu Ihnen:`,
    wording: (newsroom) =>
      `Ja, schicken Sie mir ${newsroom} an diese Adresse. In jeder Mail steht ein Link, der das beendet.`,
    button: 'Mein Abonnement bestätigen',
    note: 'Sie haben nicht darum gebeten? Dann schließen Sie diese Seite. Ohne Ihre Bestätigung wird nichts weiter geschickt.',
  },
  confirmed: {
    title: 'Ihr Abonnement läuft',
    lead: (newsroom) => `Die nächste Ausgabe kommt per Mail zu Ihnen: ${newsroom}.`,
    text: 'Wir haben Ihnen einen kurzen Willkommensbrief geschickt. Mit seinem Link ändern Sie Ihre Rubriken und deren Reihenfolge, wann immer Sie möchten; in jeder Mail steht ein Link, der das Abonnement beendet.',
    today: 'Die heutige Ausgabe gleich lesen',
  },
  ended: {
    title: 'Dieses Abonnement wurde beendet',
    lead: 'An diese Adresse wird nichts geschickt.',
    text: 'Möchten Sie es wieder haben, dann [abonnieren Sie bitte neu].',
  },
  leave: {
    title: 'Abbestellen',
    lead: 'Keine Ausgabe mehr an {}?',
    button: 'Abbestellen',
    note: 'Das gilt sofort. Möchten Sie stattdessen weniger Rubriken, dann [ändern Sie Ihr Abonnement].',
  },
  left: {
    title: 'Sie haben abbestellt',
    lead: 'Sie erhalten keine weitere Ausgabe.',
    text: 'Danke, dass Sie uns gelesen haben. Sollte es ein Versehen gewesen sein, können Sie jederzeit [neu abonnieren].',
  },
  me: {
    title: 'Ihr Abonnement',
    lead: 'Die Mail an {}',
    saved: 'Gespeichert. So kommt die nächste Ausgabe zu Ihnen.',
    hint: 'Kreuzen Sie an, was Sie lesen möchten. Die Zahlen geben die Reihenfolge an; 1 steht vorn.',
    place: (category) => `Platz von ${category}`,
    wording: (newsroom) =>
      `Schicken Sie mir ${newsroom} von nun an so oft wie hier gewählt, mit diesen Rubriken.`,
    save: 'Speichern',
    leave: 'Abbestellen',
    leaveText: 'Das gilt sofort, und Sie können jederzeit zurückkommen.',
  },
  freshLink: {
    title: 'Abonnement ändern oder beenden',
    lead: 'Am Ende jeder Ausgabe stehen Links dafür. Haben Sie keine zur Hand, schicken wir Ihnen einen.',
    address: 'Die Adresse, an die die Mail geht',
    button: 'Link zuschicken',
  },
  freshLinkSent: {
    title: 'Sehen Sie in Ihr Postfach',
    lead: 'Falls die Adresse abonniert hat, ist eine Mail mit einem Link unterwegs.',
    text: 'Es kommt nichts an? Dann geht die Mail an eine andere Ihrer Adressen oder an keine: [hier abonnieren].',
  },
  sign: {
    to: (target) => `An: ${target}`,
    petition: ({ title, target }) => `„${title}“, an: ${target}`,
    asWhom:
      'Unterschreiben als {}? Das sind nicht Sie? Dann nehmen Sie bitte [die Seite der Petition selbst], dort steht auch ihr ganzer Text.',
    nameHint: (name) => `Bleibt es leer, gilt der Name, den Sie uns genannt haben: ${name}`,
    wording: (newsroom, petition) =>
      `Ich unterschreibe „${petition}“. ${newsroom} zählt meine Unterschrift und übergibt meinen Namen an die Stelle, an die sie sich richtet; mit der Unterschrift abonniere ich nichts.`,
    button: 'Diese Petition unterschreiben',
    signed: {
      title: 'Ihre Unterschrift zählt',
      text: 'Danke. Eine Quittung kommt per Mail; mit ihrem Link ändern Sie, wie Sie gezeigt werden, oder ziehen die Unterschrift zurück. [Sehen, wie viele unterschrieben haben]',
    },
    notOpen: {
      title: 'Diese Petition kann jetzt nicht unterschrieben werden',
      text: '[Auf ihrer Seite steht, wann sie offen war] und was daraus wurde.',
    },
    confirm: {
      title: 'Unterschrift bestätigen',
      signedAs: {
        name: 'Unterschrieben als {}, gezeigt mit Ihrem Namen.',
        initials: 'Unterschrieben als {}, gezeigt mit Ihren Anfangsbuchstaben.',
        hidden: 'Unterschrieben als {}, niemandem gezeigt.',
      },
      button: 'Meine Unterschrift bestätigen',
      note: 'Sie haben das nicht unterschrieben? Dann schließen Sie diese Seite, und die Unterschrift zählt nicht.',
    },
    own: {
      title: 'Ihre Unterschrift',
      signedWith: 'Unterschrieben mit {}.',
      saved: 'Gespeichert.',
      save: 'Speichern',
      withdraw: 'Zurückziehen',
      withdrawText: 'Ihre Unterschrift wird sofort aus der Zählung genommen.',
      withdrawButton: 'Meine Unterschrift zurückziehen',
    },
    withdrawn: {
      title: 'Ihre Unterschrift ist zurückgezogen',
      lead: (title) => `„${title}“ zählt sie nicht mehr.`,
      text: 'Möchten Sie wieder unterschreiben: [die Seite der Petition].',
    },
  },
  petition: {
    lead: 'Was unsere Leserinnen und Leser fordern, und von wem.',
    none: 'Zurzeit gibt es nichts zu unterschreiben.',
    heading: 'Diese Petition unterschreiben',
    addressHint: 'Wird nie gezeigt. Wir schreiben einmal dorthin, um zu fragen, ob Sie es waren.',
    place: 'Wo Sie wohnen',
    button: 'Unterschreiben',
    sign: (title) => `Unterschreiben: ${title}`,
    openUntil: (day) => `Offen bis ${day}.`,
    opensOn: (day) => `Sie kann ab ${day} unterschrieben werden.`,
    opensLater: 'Sie kann noch nicht unterschrieben werden.',
    closedOn: (day) => `Sie endete am ${day}.`,
    closed: 'Sie ist beendet.',
    recent: 'Neueste Unterschriften',
    signed: ({ signed, goal }) =>
      `${number.format(signed)} von ${number.format(goal)} ${pluralOf('de', signed, { one: 'hat', other: 'haben' })} unterschrieben`,
    countedAt: ', gezählt um {}',
    asked: {
      lead: (title) => `Noch ein Schritt für „${title}“.`,
      text: 'Wir haben eine Mail an die angegebene Adresse geschickt. Öffnen Sie ihren Link und drücken Sie dort den Knopf, dann zählt Ihre Unterschrift. [Zurück zur Petition]',
    },
  },
  problem: {
    notFound: {
      title: 'Nicht gefunden',
      lead: 'Unter dieser Adresse gibt es keine Seite.',
      text: 'Vielleicht ist sie umgezogen, oder die Adresse wurde unterwegs abgeschnitten. Von hier aus können Sie',
      ways: [
        '[die heutige Ausgabe lesen],',
        '[alle Artikel durchsuchen],',
        '[die Rubriken durchsehen]',
        'oder, falls es ein Link aus einer unserer Mails war, [sich einen neuen schicken lassen].',
      ],
    },
    held: {
      title: 'Diese Ausgabe wird noch einmal geprüft',
      text: 'Bis dahin können Sie [die neueste Ausgabe] lesen oder [alle Ausgaben] durchsehen.',
    },
    refused: {
      title: 'Das hat nicht geklappt',
      lead: 'Was Sie wollten, ist so nicht möglich.',
      text: 'Es wurde nichts geändert. Sie können zurückgehen und es noch einmal versuchen oder [zur heutigen Ausgabe] zurückkehren.',
    },
    tooLarge: {
      title: 'Das war zu viel',
      lead: 'Was geschickt wurde, ist größer als jedes unserer Formulare: höchstens 64 kB.',
    },
    defect: {
      title: 'Etwas ist kaputtgegangen',
      heading: 'Bei uns ist etwas kaputtgegangen',
      lead: 'Die Seite ließ sich nicht herstellen. Es liegt nicht an Ihnen.',
      text: 'Der Fehler ist vermerkt. Bitte versuchen Sie es in einigen Minuten noch einmal, oder kehren Sie [zur heutigen Ausgabe] zurück.',
    },
    faults: {
      'edition.held':
        'Die Redaktion sieht sich diese Ausgabe noch einmal an. Bitte kommen Sie später wieder.',
      'form.not_a_form': 'Das Formular ist nicht vollständig angekommen. Bitte schicken Sie es noch einmal.',
      'link.unknown':
        'Dieser Link gilt nicht oder nicht mehr. Bitte sehen Sie nach, ob er vollständig ist, oder lassen Sie sich einen neuen schicken.',
      'petition.closed': 'Diese Petition ist beendet.',
      'petition.not_open': 'Diese Petition kann noch nicht unterschrieben werden.',
      'petition.unknown': 'Diese Petition gibt es nicht.',
      'signature.address':
        'An diese Mailadresse können wir nicht schreiben. Sie sollte aussehen wie name@example.org.',
      'signature.display': 'Bitte wählen Sie, wie Sie gezeigt werden möchten.',
      'signature.name':
        'Bitte schreiben Sie Ihren Namen in Buchstaben, höchstens 80 Zeichen, ohne Adressen und Links.',
      'signature.place':
        'Bitte schreiben Sie den Ort in Buchstaben, höchstens 80 Zeichen, ohne Adressen und Links.',
      'signature.withdrawn':
        'Diese Unterschrift wurde zurückgezogen. Um wieder zu unterschreiben, nehmen Sie bitte die Seite der Petition.',
      'subscription.address':
        'An diese Mailadresse können wir nicht schreiben. Sie sollte aussehen wie name@example.org.',
      'subscription.cadence': 'Bitte wählen Sie, wie oft die Mail kommt: jeden Tag oder einmal in der Woche.',
      'subscription.categories': 'Bitte wählen Sie mindestens eine Rubrik, die es gibt.',
      'subscription.language': 'Diese Sprache kennen wir nicht.',
      'subscription.left':
        'Dieses Abonnement wurde beendet. Möchten Sie es wieder haben, dann abonnieren Sie bitte neu.',
      'subscription.name':
        'Bitte schreiben Sie den Namen in Buchstaben, höchstens 80 Zeichen, ohne Adressen und Links.',
      'subscription.pending': 'Bitte bestätigen Sie zuerst das Abonnement, mit dem Link in unserer Mail.',
      'subscription.timezone': 'Diese Zeitzone kennen wir nicht.',
    },
  },
};

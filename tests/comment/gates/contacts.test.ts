import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contactsIn } from '../../../src/comment/gates/contacts.ts';

const PLANTED: [string, string][] = [
  ['a web address', 'Read https://tide.example/plan first.'],
  ['a web address', 'Read hxxps://tide.example first.'],
  ['a web address', 'Read www.tide today.'],
  ['a web address', 'Read www dot tide today.'],
  ['a web address', 'It stands on tide-watch.org.'],
  ['a web address', 'It stands on TIDE.CO.UK.'],
  ['a web address', 'It stands on tide.watch, all of it.'],
  ['a web address', 'It stands on маяк.com.'],
  ['a web address', 'It stands on маяк.рф.'],
  ['a web address', 'It stands on xn--80ak6aa92e.xn--p1ai now.'],
  ['a web address', 'It stands on münchen.de.'],
  ['a web address', 'It stands on ｔｉｄｅ．ｃｏｍ.'],
  ['a web address', 'It stands on 𝗍𝗂𝖽𝖾.𝖼𝗈𝗆.'],
  ['a web address', 'It stands on ⓣⓘⓓⓔ.ⓒⓞⓜ.'],
  ['a web address', 'It stands on tіde.соm.'],
  ['a web address', 'It stands on tide.ϲοm.'],
  ['a web address', 'It stands on ᴛɪᴅᴇ.ᴄᴏᴍ.'],
  ['a web address', 'It stands on tide.\u200Bcom.'],
  ['a web address', 'It stands on ti\u200dde.c\u{e0101}om.'],
  ['a web address', 'It stands on tide․com.'],
  ['a web address', 'It stands on tide。com.'],
  ['a web address', 'It stands on tide . com now.'],
  ['a web address', 'It stands on t i d e . c o m now.'],
  ['a web address', 'It stands on w w w . t i d e . c o m now.'],
  ['a web address', 'It stands on t-i-d-e.c-o-m now.'],
  ['a web address', 'Short: bit.ly/quay.'],
  ['a web address', 'Join t.me/portellin tonight.'],
  ['a web address', 'Join discord.gg/x7 tonight.'],
  ['a web address', 'It stands on tide[.]watch.'],
  ['a web address', 'It stands on tide (dot) watch.'],
  ['a web address', 'It stands on tide dot com.'],
  ['a web address', 'It stands on tide dot org, slash help.'],
  ['a web address', 'Es steht auf tide Punkt de.'],
  ['a web address', 'C’est sur tide point fr.'],
  ['a web address', 'Está en tide punto com.'],
  ['a web address', 'Está em tide ponto pt.'],
  ['a web address', 'It stands on tide%2Ewatch.'],
  ['a web address', 'It stands on tide&#46;watch.'],
  ['a web address', 'The machine at 192.0.2.17 has it.'],
  ['a web address', 'The machine at 2001:db8:0:0:0:0:0:1 has it.'],
  ['a web address', 'The machine at 2001:db8::1 has it.'],
  ['a web address', 'Open localhost:3000 now.'],
  ['a web address', 'Open data:text/html,hello now.'],
  ['a web address', 'Open javascript:alert now.'],
  ['a web address', 'Use mailto:ana to write.'],
  ['a web address', 'A [petition](https://tide.example).'],
  ['a web address', 'See it at files.tide.unheardof/plan today.'],
  ['an e-mail address', 'Write to ana@tide.watch today.'],
  ['an e-mail address', 'Write to ana@tide today.'],
  ['an e-mail address', 'Write to ana＠tide．watch today.'],
  ['an e-mail address', 'Write to ana@\u200btide.watch today.'],
  ['an e-mail address', 'Write to ana @ tide . com today.'],
  ['an e-mail address', 'Write to ana&#64;tide today.'],
  ['an e-mail address', 'Write to ana&commat;tide today.'],
  ['an e-mail address', 'Write to ana%40tide today.'],
  ['an e-mail address', 'Write to ana [at] tide.'],
  ['an e-mail address', 'Write to ana (at) tide.'],
  ['an e-mail address', 'Write to ana at tide dot org.'],
  ['an e-mail address', 'Escribe a ana arroba tide punto com.'],
  ['an e-mail address', 'Écrire à ana arobase tide point fr.'],
  ['an e-mail address', 'a n a @ t i d e . c o m is it'],
  ['a telephone number', 'Call +1 212 555 0199 now.'],
  ['a telephone number', 'Call (212) 555-0199 now.'],
  ['a telephone number', 'Call 212.555.0199 now.'],
  ['a telephone number', 'Call 06/12345678 now.'],
  ['a telephone number', 'Call 555‑01‑99‑10 now.'],
  ['a telephone number', 'It is 555 0199 at night.'],
  ['a telephone number', 'It is 01.23.45.67.89 at night.'],
  ['a telephone number', 'It is +44 (0)20 7946 0018 at night.'],
  ['a telephone number', 'It is 2 1 2 5 5 5 0 1 9 9 at night.'],
  ['a telephone number', 'It is 2, 1, 2, 5, 5, 5, 0, 1, 9, 9 at night.'],
  ['a telephone number', 'It is 212 | 555 | 0199 at night.'],
  ['a telephone number', 'It is 212*555*0199 at night.'],
  ['a telephone number', 'It is 𝟐𝟏𝟐 𝟓𝟓𝟓 𝟎𝟏𝟗𝟗 at night.'],
  ['a telephone number', 'It is ２１２ー５５５ー０１９９ or 2125550199.'],
  ['a telephone number', 'اتصل على ٠٢١٢٥٥٥٠١٩٩ الآن'],
  ['a telephone number', 'Llama al 612 345 678 hoy.'],
  ['a telephone number', 'Dial five five five, oh one oh one.'],
  ['a telephone number', 'Dial five-five-five oh one nine nine.'],
  ['a telephone number', 'Dial 212 five five five 0199.'],
  ['a telephone number', 'Wähle null drei eins fünf fünf fünf null eins.'],
  ['a telephone number', 'Llama al seis uno dos tres cuatro cinco seis siete ocho.'],
  ['a telephone number', 'Call 1-800-CALL-NOW today.'],
  ['a telephone number', 'Call 0800 TIDE today.'],
  ['a telephone number', 'Call 555-TIDE today.'],
  ['a telephone number', 'Call (555) CALL-NOW today.'],
  ['a telephone number', 'Composez zéro un, vingt-trois, quarante-cinq, soixante-sept.'],
  ['a telephone number', 'Text SAVE to 50500 today.'],
  ['a postal address', 'Write to 12 River Street, Port Ellin.'],
  ['a postal address', 'Write to 12b Old Mill Road today.'],
  ['a postal address', 'Write to 12 Harbour St.'],
  ['a postal address', 'Send it to 12 harbour street.'],
  ['a postal address', 'Send it to Twelve Harbour Street, or at twelve Harbour Street.'],
  ['a postal address', 'Komm in die Hafenstraße 12.'],
  ['a postal address', 'Komm in die Alte Gasse 7 am Abend.'],
  ['a postal address', 'Das Büro, Am Markt 5, ist offen.'],
  ['a postal address', 'Venez au 12, rue du Port.'],
  ['a postal address', 'Venez au 5 bis quai de la République.'],
  ['a postal address', 'Ven a la Calle Mayor 5.'],
  ['a postal address', 'Venha à Rua do Cais Velho, n.º 12.'],
  ['a postal address', 'Vieni in Via Roma, 3.'],
  ['a postal address', 'Write to PO Box 7.'],
  ['a postal address', 'Write to P.O. Box seven.'],
  ['a postal address', 'Schreib an Postfach 12.'],
  ['a postal address', 'Escreva para o Apartado 12.'],
  ['a postal address', 'The office, TX 75001, is open.'],
  ['a postal address', 'The office, SW1A 1AA, is open.'],
  ['a postal address', 'Das Büro, D-12345 Hafenstadt, ist offen.'],
  ['a postal address', 'O escritório, 1100-148 Lisboa, está aberto.'],
  ['a handle', 'Follow @tidewatch there.'],
  ['a handle', 'Follow them (@tidewatch).'],
  ['a handle', 'Follow ＠tidewatch there.'],
  ['a handle', 'On Instagram as port_ellin.'],
  ['a handle', 'On Instagram as port.ellin there.'],
  ['a handle', 'Find us on Facebook as portellin.'],
  ['a handle', 'Instagram: portellin'],
  ['a handle', 'Talk on r/portellin tonight.'],
  ['a handle', 'Ask ellin#1234 tonight.'],
  ['a handle', 'Our username is portellin.'],
  ['markup', 'A <b>bold</b> word.'],
  ['markup', 'A [link](here).'],
  ['markup', '## Heading'],
  ['markup', '```js'],
  ['markup', 'A **bold** word.'],
  ['markup', 'Salt &amp; sea.'],
  ['markup', 'A [url=x]word[/url].'],
  ['markup', 'Keep aHR0cHM6Ly90aWRlLmV4YW1wbGU= safe.'],
  ['markup', 'A <!-- note --> word.'],
];

const HARMLESS = [
  'From 1914-1918 and 2025–2026 nothing moved.',
  'The hearing is on 2026-11-23, the next on 23.11.2026.',
  'Die nächste Sitzung ist am 23. 11. 2026 um 18.30 Uhr.',
  'It costs 12,500,000 crowns, or 12 000 a year.',
  'It costs 12 500 000 crowns, which is €12.500.000 or $1234567.89.',
  'The U.S. and the U.K. met at 9 a.m. in St. Ives.',
  'Of 100 boats, 60 left; i.e. most of them, e.g. Ana’s.',
  'Meet at the quay @ nine.',
  'Ask at the office at City Hall, on the second floor.',
  'The bus leaves at 5.31 and at 17:45, or ten past eight.',
  'Open from 10.15–11.45 and 13:00-17:30 on weekdays.',
  'The home side won 3-1, then 6-4 7-6 3-6 6-2 in the tennis.',
  'The room is 12 x 8 metres and 3.5 m high.',
  'Under § 12 (3) and Article 7.2 of Regulation (EU) 2016/679 it is allowed.',
  'Version 2.4.1 of the plan is out, said Dr. Smith.',
  'In 2024 (1200 homes) and in 2025 (1,350 homes) it grew.',
  'By 2030 85,000 crowns a year will be needed.',
  'It was so in 2026. 120 people came.',
  '3 < 5 and 7 > 6, pier #4, Salt & Sea, 2 * 3.',
  'The #SaveTheTarn walk begins at noon.',
  'The dot-com boom of the 1990s passed the harbour by.',
  'At this point the council has no answer.',
  'Le point de vue du maire est connu, à ce point de la séance.',
  'O presidente chegou ao ponto com dez minutos de atraso.',
  'El punto es que nadie respondió.',
  'Der Punkt ist, dass niemand kam.',
  'Nine votes to six, with one, two or three still undecided.',
  'One in five, two in seven, and three of the nine came back.',
  'She wrote on Facebook as a mother and as a voter.',
  'Many read it on Instagram, in the evening.',
  'Line 4, stop 12, platform 3: that is how they come.',
  'The 38 businesses on River Street have an answer.',
  'The street has 12 houses and the square has 7 trees.',
  'Im November 2026 zahlten 85.000 Kronen 1.200 Menschen.',
  'Auf Platz 3 kam die Hafenmannschaft, am Montag 5 Uhr.',
  'Na Rua do Cais vivem 300 pessoas; na Rua do Farol 300 pessoas.',
  'Der Radweg 5 Kilometer weiter ist offen.',
  'Mr. Stell, Mrs. Quill et al. wrote to the council, cf. page 12.',
  'He said…and then he left; “well...maybe,” she said.',
  'The rate fell from 5.25% to 4.75% over 18 months.',
  'Between 1,200 and 1,500 people, or 2 per cent, were ill.',
  'Call the clerk before noon and ask for a date.',
  'Call 12 neighbours by Friday.',
  'He is 6 feet tall and lives in a 1950s house at the quay.',
  'With kind regards,\n[your name]\n[your street]',
  'z. B. am Kai, d. h. unten, bzw. im Hafen, usw.',
  'p. ej. en el muelle, o sea, en EE. UU.',
  'The data: nine of ten wells were clean. About: nothing else.',
  'Read pages 12-18, 20-24 and 30-36 of the report.',
  'His phone rang in 2019, 2020 and 2021.',
  'The vote was 9-6, and/or a tie; he/she may ask.',
  'His weight: 3 kg. In 2 days he ate 4.',
  'It is the most beautiful 87 square miles in the world.',
  'In ten years the Quay will be gone, and at one point that was denied.',
  'Die HL7-Standard-Produktlinien und die Zwei-Faktor-Authentifizierung der Krankenversicherungen.',
  'The show ran from 2018.04.05 to 2018/05/30.',
  'She has a Ph.D. and an M.Sc. in W.Va. law, and pi is 3.14159265.',
  'It is open 1.1.2026–31.12.2026.',
  'Follow the debate on Facebook as it happens.',
  'The Class 319 train of 1987–1988 carries 1 024 people.',
];

test.each(PLANTED)('%s is found: %s', (name, text) => {
  expect(contactsIn(text)).toContain(name);
});

test.each(HARMLESS)('nothing is found: %s', (text) => {
  expect(contactsIn(text)).toEqual([]);
});

test('the lists are as long as they should be', () => {
  expect(PLANTED.length).toBeGreaterThanOrEqual(30);
  expect(HARMLESS.length).toBeGreaterThanOrEqual(40);
});

test('each kind is named once', () => {
  expect(contactsIn('www.a.example and www.b.example, a@b.example')).toEqual([
    'a web address',
    'an e-mail address',
  ]);
});

describe('the prose of the sample newsroom has none', async () => {
  const folder = new URL('../../../sample/articles/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const prose = await Promise.all(
    names.map(async (name) => {
      const { article } = (await import(new URL(name, folder).href)) as { article: { commentary?: unknown } };
      return { name, texts: stringsIn(article.commentary).filter((text) => text.length > 25) };
    }),
  );

  test.each(prose)('$name', ({ texts }) => {
    expect(texts.filter((text) => contactsIn(text).length > 0)).toEqual([]);
  });

  test('there is prose to look at', () => {
    expect(prose.flatMap(({ texts }) => texts).length).toBeGreaterThan(100);
  });
});

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

describe('an address is found however its dot is said', () => {
  test.each([
    ...['⠨', '•', '‧', '⸳', '・', '･', '˙', '⸱', '꞉', '‚', ' • '].map((dot) => `Look up quaywatch${dot}com`),
    'Look up quaywatch full stop com.',
    'Look up quaywatch period com.',
    'Look up quaywatch stop co stop uk.',
    'Look up quaywatch, dot com',
    'Look up quaywatch “dot” com',
    'Look up quaywatch D.O.T. org',
    'Look up quaywatch dot blog.',
    'Look up quaywatch dot me.',
    'Look up quaywatch dot agency.',
    'Look up quaywatch dot support.',
    'Write to ana, at, quay, dot, com.',
    'Look up quay-watch, then a dot, then com.',
  ])('%s', (text) => {
    expect(contactsIn(text)).toContain('a web address');
  });
});

test.each([
  ['Call ❺❺❺❶❷❸❹.', 'a telephone number'],
  ['Call ➎➎➎➊➋➌➍.', 'a telephone number'],
  ['Call V-V-V-I-II-III-IV.', 'a telephone number'],
  ['Call treble five one two three four.', 'a telephone number'],
  ['*We do not care about nurses*, said Reis.', 'markup'],
  ['_We do not care about nurses_, said Reis.', 'markup'],
  ['|We do not care about nurses|, said Reis.', 'markup'],
  ['> We do not care about nurses.', 'markup'],
  ['𝘞𝘦 𝘥𝘰 𝘯𝘰𝘵 𝘤𝘢𝘳𝘦, said Reis.', 'markup'],
])('other signs of a contact or of markup: %s', (text, name) => {
  expect(contactsIn(text)).toContain(name);
});

test.each([
  'Wait at the bus stop. Come to the next one, and stop.',
  'That period, Como was a village; the full stop comes last.',
  'Connect the dots: me, you and the club.',
  'Part V, then part VI and part X are about the wall.',
  'It is the #1 reason, and a * b is no sum.',
])('and prose with the same words has none: %s', (text) => {
  expect(contactsIn(text)).toEqual([]);
});

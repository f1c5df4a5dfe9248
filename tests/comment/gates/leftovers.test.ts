import { describe, expect, test } from 'vitest';
import { leftoversIn } from '../../../src/comment/gates/leftovers.ts';

describe('what a model leaves behind is found', () => {
  test.each([
    'I cannot help with that.',
    'I’m sorry, but this is a delicate topic.',
    'As an AI language model, I have no opinion.',
    'Als KI habe ich keine Meinung.',
    'Ich kann dabei leider nicht helfen.',
    'En tant qu’IA, je n’ai pas d’avis.',
    'Como modelo de lenguaje, no opino.',
    'Como inteligência artificial, não opino.',
    'Come intelligenza artificiale non ho opinioni.',
    'Sure! Here is the opinion you asked for.',
    'Here’s the opinion:',
    'Here is a revised version of the letter.',
    'Hier ist der Kommentar:',
    'Bien sûr ! Voici le commentaire.',
    'Claro, aquí está la carta.',
    'Ecco il commento:',
    'Let me know if you want changes.',
    'claims: c1, c2',
    'The fine was small [c3].',
    'The board said so (q2).',
    'Sign petition:night-bus today.',
    'Write to official:mayor-ida-quill.',
    'The JSON is below.',
    'According to the claims provided, it is closed.',
    'The provided text says nothing.',
    '<think>Let me see</think>',
    '```json',
    'Ask [insert name] for it.',
    'Write to [name of official].',
    'Lorem ipsum dolor sit amet.',
    'TODO: more here',
    'It costs XX crowns.',
    'Call {{official}} today.',
    'Sign here: ______',
    'paragraphs: first',
    'It was late [C3].',
    'It is late. I cannot write about this.',
    'As an assistant, I have no view.',
    'It is late. I must decline.',
    'It is late. view: true',
    'Dear (insert name here),',
    'It is late. undefined',
    'null null',
    'NaN',
    'Dear $NAME$,',
    'Dear {{name}},',
    'It is late. See claim one.',
    'It is late. As requested, here is why.',
    'It is late.\\n\\n',
    'It is late. ###',
    'Dear [your password],',
    'Write [your card number] here.',
  ])('%s', (text) => {
    expect(leftoversIn(text)).not.toEqual([]);
  });
});

describe('a plain text has none', () => {
  test.each([
    'I cannot imagine a better place for a bus stop.',
    'Here is a river that runs red, and nobody can say why.',
    'Here is what the board could do.',
    'Sure of her case, she went to the hall.',
    'They put their claims to the council, and two claims failed.',
    'A claim that nobody has tested is no reason.',
    'The union’s claim: forty people wait, and two taxis come.',
    'Ask three things: what, when and for whom.',
    'Sign the petition: it takes a minute.',
    'The opinion of the board is known.',
    'Of course the hill needs its bus.',
    'I am sorry for the riders.',
    '“It was [the board] that said so,” she said.',
    'Say: “My name is [your name], and I live in [your street].”',
    'He drew it in a short, clear line.',
    'We will not help ourselves by waiting.',
    'The minutes: nine pages, and not one on the river.',
    'She speaks as a language teacher, and of the pond as an artificial lake.',
    'Please let me know if you will support this.',
    'Feel free to ask the driver.',
    'En el siglo XX había dos puentes.',
    'The third quarter, Q3, was dry.',
    'The law leaves it undefined, and the vote was null and void.',
    'I cannot write about this river without its dams.',
    'She works as an assistant, and he as a driver.',
    'Their view is truer than ours.',
    'As requested by the board, the gate stays shut.',
    'It costs 5 % of $3 or so.',
  ])('%s', (text) => {
    expect(leftoversIn(text)).toEqual([]);
  });
});

test('a letter may leave places for its sender', () => {
  const letter = 'I live in [your street and how long you have lived there]. [Say in one line why you swim.]';
  expect(leftoversIn(letter, { letter: true })).toEqual([]);
  expect(leftoversIn(letter)).not.toEqual([]);
  expect(leftoversIn('[your name]\n[votre rue]\n[Ihr Name]', { letter: true })).toEqual([]);
  expect(leftoversIn('Dear [insert name of official],', { letter: true })).toEqual([
    '[insert name of official]',
  ]);
});

test.each([
  '[your password and bank card number]',
  '[tell them the code on the back of your card]',
  '[say where you keep your PIN]',
  '[your account]',
  '[votre mot de passe]',
  '[Ihr Kennwort]',
])('no letter asks its sender for %s', (place) => {
  expect(leftoversIn(`The quay closes. ${place}`, { letter: true })).toEqual([place]);
});

import { describe, expect, test } from 'vitest';
import { accusationsIn } from '../../../src/comment/gates/accusations.ts';

describe('a sentence that accuses is found', () => {
  test.each([
    ['en', 'Then the mayor stole the money.'],
    ['en', 'Reyl stole the money.'],
    ['en', 'It was Tomas Reyl who bribed the inspector.'],
    ['en', 'The company is guilty of poisoning the river.'],
    ['en', 'They lied under oath.'],
    ['en', 'Reyl is corrupt.'],
    ['de', 'Reyl ist korrupt.'],
    ['en', 'The mayor did not answer but stole.'],
    ['en', 'The council covered up the spill.'],
    ['en', 'The board broke the law.'],
    ['en', 'He murdered his neighbour.'],
    ['en', 'The director is a criminal.'],
    ['en', 'Ida Quill is corrupt.'],
    ['en', 'This is fraud by the dye works.'],
    ['en', 'She embezzled the fund.'],
    ['en', 'The police assaulted a boy at the gate.'],
    ['en', 'The firm evaded taxes for years.'],
    ['en', 'The minister took kickbacks.'],
    ['en', 'The bank laundered money.'],
    ['en', 'The officer committed perjury.'],
    ['en', 'Did the mayor take bribes?'],
    ['en', 'If the director stole it, he should go.'],
    ['en', 'The mayor is accused of fraud.'],
    ['en', 'The company allegedly bribed an official.'],
    ['en', 'Everybody knows that “fraud” is what the mayor lives by.'],
    ['en', 'Nobody doubts it; the landlord is a thief.'],
    ['en', 'The owner extorted rents from the weak.'],
    ['en', 'The trafficking of the Ellin Harbour Company must end.'],
    ['en', 'Not only did the mayor steal, he kept it.'],
    ['en', 'There is no doubt that the board broke the law.'],
    ['en', 'The director was fined, but he is a murderer.'],
    ['en', 'The union accuses the mayor of fraud.'],
    ['en', 'Reyl never stopped stealing from the ferry.'],
    ['en', 'Without shame Ana Reyl stole the money.'],
    ['en', 'No wonder the mayor stole the money.'],
    ['en', 'Ana Reyl is not innocent of fraud.'],
    ['en', 'Nobody stopped Ana Reyl, who stole the money.'],
    ['en', 'Ana Reyl s t o l e the money.'],
    ['en', 'Ana Reyl st-ole the money.'],
    ['en', 'Ana Reyl is a paedophile.'],
    ['en', 'She committed larceny.'],
    ['en', 'The minister committed treason and genocide.'],
    ['en', 'The director groped a nurse.'],
    ['en', 'Ana Reyl spied for a foreign power.'],
    ['en', 'Ana Reyl sold drugs to the crews.'],
    ['en', 'The board rigged the vote.'],
    ['en', 'The board siphoned off the money.'],
    ['en', 'The chair is on the take.'],
    ['en', 'The chair took envelopes of cash.'],
    ['en', 'He put the money into his own pocket.'],
    ['en', 'Ana Reyl belongs in prison.'],
    ['en', 'She beat a nurse.'],
    ['de', 'Der Bürgermeister hat das Geld gestohlen.'],
    ['de', 'Ida Quill ist korrupt.'],
    ['de', 'Die Firma hat den Betrug vertuscht.'],
    ['fr', 'Le maire a volé l’argent.'],
    ['fr', 'Cette entreprise est coupable.'],
    ['es', 'El alcalde robó el dinero.'],
    ['es', 'La empresa es culpable de fraude.'],
    ['pt', 'O prefeito roubou o dinheiro.'],
    ['pt', 'A empresa é culpada de fraude.'],
    ['it', 'Il sindaco ha rubato i soldi.'],
    ['it', 'L’azienda è colpevole di frode.'],
  ])('%s: %s', (language, text) => {
    expect(accusationsIn(text, language)).toHaveLength(1);
  });
});

describe('a sentence that accuses nobody is not', () => {
  test.each([
    ['en', 'Fraud costs us all.'],
    ['en', 'Corruption is a tax on the poor.'],
    ['en', 'The mayor answered the letter.'],
    ['en', '“He stole it,” the prosecutor said.'],
    ['en', 'The prosecutor spoke of the mayor. “This is fraud.”'],
    ['en', 'The union called it “theft from the council”.'],
    ['en', 'The mayor did not steal anything.'],
    ['en', 'No crime was committed by the company.'],
    ['en', 'Nobody says that the board broke the law.'],
    ['en', 'The director was convicted of fraud in spring.'],
    ['en', 'The court found that the company had bribed an official.'],
    ['en', 'The foreman pleaded guilty to the theft.'],
    ['en', 'According to the prosecutor, the mayor is charged with fraud.'],
    ['en', 'The minister was acquitted of murder.'],
    ['en', 'The council fights corruption.'],
    ['en', 'The police have a fraud squad.'],
    ['en', 'Ask the company what it does against theft.'],
    ['en', 'The mayor studied criminal law.'],
    ['en', 'The dye works was fined after the spill.'],
    ['en', 'They feel guilty about the bus.'],
    ['en', 'It is a crime to bribe a minister.'],
    ['en', 'You need not steal an hour from your sleep.'],
    ['en', 'The board should count the riders.'],
    ['en', 'The killing frost came early.'],
    ['en', 'The council wants to prevent theft and waste.'],
    ['en', 'Dumping is illegal, and poverty no crime.'],
    ['en', 'Poverty is a crime.'],
    ['en', 'Corruption destroys trust and works slowly.'],
    ['en', 'Fraud cases rise in November.'],
    ['en', 'They rode a well-used track and re-opened the gate.'],
    ['en', 'Two of the board members hit the brakes.'],
    ['en', 'The council set a date, and the ferry beat the bus.'],
    ['en', 'The council killed the plan and forged a compromise.'],
    ['en', 'The board covered the costs up to 900 crowns.'],
    ['de', 'Betrug schadet allen.'],
    ['de', 'Der Bürgermeister hat nicht gestohlen.'],
    ['fr', 'La fraude coûte cher à tous.'],
    ['es', 'La empresa no cometió ningún delito.'],
    ['pt', 'O tribunal condenou o prefeito por fraude.'],
    ['it', 'Il sindaco combatte contro la corruzione.'],
  ])('%s: %s', (language, text) => {
    expect(accusationsIn(text, language)).toEqual([]);
  });
});

test('only the sentence that accuses is named', () => {
  expect(accusationsIn('Count the riders. The mayor took bribes. Vote.', 'en')).toEqual([
    'The mayor took bribes.',
  ]);
});
test('a language whose words we do not have cannot be judged', () => {
  expect(accusationsIn('Borgmesteren stjal pengene.', 'da')).toBeUndefined();
});

describe('a verdict is told only where the source has the crime', () => {
  const source = 'The court convicted Ana Reyl of theft. Lind is charged with fraud, the prosecutor said.';
  test.each([
    ['A court found Ana Reyl guilty of theft.', 0],
    ['Ana Reyl was convicted of stealing, and pleaded guilty to theft.', 1],
    ['A judge found Ana Reyl guilty of bribery.', 1],
    ['Ana Reyl pleaded guilty to rape.', 1],
    ['According to the prosecutor, Lind is charged with fraud.', 0],
    ['According to the prosecutor, Lind is charged with murder.', 1],
  ])('%s', (text, count) => {
    expect(accusationsIn(text, 'en', source)).toHaveLength(count);
  });
});

import type { SampleArticle } from '../article.ts';

export const article: SampleArticle = {
  outlet: 'river-post',
  slug: 'bakers-start-at-three',
  title: 'What a city owes the people who start at three',
  author: 'Marguerite Ilves',
  language: 'en',
  kind: 'text',
  hoursBefore: 9,
  summary:
    'A night on Hob Lane with three bakers, a street sweeper and a man who wakes the fish market, and what each of them would ask of the rest of us.',
  body: `
<p>The first light on Hob Lane is blue. It comes from the pilot flame of an oven that Josefa Lund’s grandfather built, and she bends to it at three minutes to three with a match, as he did. Then the yellow lights come on, one window after another, down to the corner: Lund, then the Sesame Bakery, then the two brothers who make nothing but rye.</p>
<p>By the time most of Port Ellin puts on a kettle, Ms Lund and her four workers have made 900 rolls, 140 loaves and a tray of burnt-sugar buns which go, every morning, to the school at Tollgate. She has done it for twenty-six years. In that time, she says, she has been thanked by strangers twice.</p>
<p>“Both of them were drunk,” she says. “But they meant it.”</p>
<h2>The other city</h2>
<p>There is a city inside this one that starts at three. Nobody has ever counted it. You can put a rough figure together: the bakers, some sixty of them; the fish market; the sweepers and the crews of the bin lorries; the relief shift at Ellin General; the dockhands who work the early tide; the woman who reads the first weather for the harbour radio. It comes to perhaps two thousand people. They are the size of a small town, and they share a bus.</p>
<p>The bus is the N2. It comes down from Tollgate at twenty past two with its inside lights off, because the driver found that people liked that, and it stops at the top of Hob Lane at eight minutes to three. If the Harbour Transit Board carries its plan, it will no longer come. Ms Lund has done the sums. Two of her four workers have no car. A third shares one with a sister who is on nights herself.</p>
<p>“I could start at five,” she says. “Then the school has no buns, the hospital has no rolls, and the shops open with yesterday’s bread. People would get used to it. They get used to anything. But I’d be making less and paying for the same oven.”</p>
<h2>Emil, who sweeps</h2>
<p>At half past three the door opens and lets in the cold and Emil Soares, who sweeps the Saltmarket from the fountain to the fish hall. He is sixty-one. For nine years he has stopped here for a roll, and for nine years Ms Lund has refused his money and he has left it under the tray.</p>
<p>What would he ask for, if he could ask the city for one thing? He thinks for as long as it takes to finish the roll.</p>
<p>“A toilet,” he says.</p>
<p>The public lavatories close at ten in the evening and open at seven. Between those hours, on a round of eleven kilometres, there is the fish hall, if the porter is in a good mood. Women on the crews plan what they drink. “Nobody decided that,” he says. “Nobody sat in a room and said, let them hold it. There was only nobody in the room.”</p>
<p>I have turned that sentence over since. Much of what is hard about night work has no author. The lamps on the steps behind the chapel go off at one, to save power, and come on again at five. The savings bank changed its opening hours to nine until three. Parents’ evening is at six, when a baker is two hours from bed. The doctor’s telephone line opens at eight, which for Ms Lund is the busiest quarter of an hour in the day. No one of these is a cruelty. Together they say, quite clearly, who was thought of.</p>
<h2>Ravi, who is learning</h2>
<p>The youngest person on Hob Lane is Ravi Tamm, nineteen, an apprentice in the Sesame Bakery. He gets a wage of 11 crowns an hour, a bag of bread, and his Sundays. He likes the work. He likes the quiet, and the moment at about four when the dough is all shaped and there is nothing to do but wait for it.</p>
<p>What he minds is that he has stopped seeing people. He goes to bed at six in the evening. His football team trains at seven. He has a girlfriend who works in an office, and on weekdays they overlap by ninety minutes, during which, he says, one of them is always asleep.</p>
<p>Older bakers told me the same thing in other words. The trade does not lose its young to the heat or the hours alone; it loses them to loneliness. Of the seven apprentices who began on Hob Lane in the past four years, two are left.</p>
<h2>A short list</h2>
<p>I asked everyone that night what the city owed them. I had expected money. Wages came up, but late, and mostly on behalf of someone else. This is the list, in the order in which it was given to me:</p>
<ul>
<li>A bus that gets there.</li>
<li>One public lavatory, open all night, with a lamp over the door.</li>
<li>The lamps on the chapel steps.</li>
<li>A surgery one day a week that can be rung at noon.</li>
<li>To be asked, before a thing is decided, whether it would keep them from sleep.</li>
</ul>
<p>It is not long. A clerk could cost it in a week. I took it to the Customs House and to City Hall, and was told, politely, at both, that night workers were welcome to raise such matters at the public meetings. The next begins at four in the afternoon.</p>
<p>At ten to six the shutters on Hob Lane go up. The first customer is a man in a good coat, in a hurry, with a telephone at his ear. He points to what he wants. Ms Lund puts two rolls in a bag, still too hot to hold, and gives him his change. He looks at the bag, then at her, and takes the telephone away from his face.</p>
<p>“Thank you,” he says.</p>
<p>She watches him cross the lane. “Three,” she says.</p>
`,
};

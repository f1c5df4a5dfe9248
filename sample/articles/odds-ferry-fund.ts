import type { SampleArticle } from '../article.ts';

export const oddsFerryFund: SampleArticle = {
  outlet: 'river-post',
  slug: 'odds-ferry-fund-first-payments',
  title: 'Flood fund pays its first 61 households at Odd’s Ferry',
  author: 'Ines Halloway',
  hoursBefore: 11,
  summary:
    'Sixty-one households on the low side of Odd’s Ferry have received a first payment from the village flood fund.',
  body: `<p>Sixty-one households on the low side of Odd’s Ferry received a first payment from the village flood fund on Friday, five weeks after the Ashel came over the embankment.</p>
<p>Each got 400 crowns, handed out in envelopes at the boat house. The fund was raised by the four riverside villages and a collection on the ferry; it holds another 18,300 crowns.</p>
<p>Households that rent furnished rooms, left out of the first list, may put their names down at the boat house until the end of the month. “Wet is wet,” said the treasurer, Hob Larkin.</p>`,
};

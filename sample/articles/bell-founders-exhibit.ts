import type { SampleArticle } from '../article.ts';

export const article: SampleArticle = {
  outlet: 'valley-wire',
  slug: 'bell-founders-exhibit',
  title: 'Bell founders’ notebooks go on show',
  author: 'Valley Wire staff',
  language: 'en',
  kind: 'text',
  hoursBefore: 20,
  summary:
    'Four generations of recipes, weights and quarrels from the foundry at Mossford can be seen in the town’s museum until spring.',
  body: `
<p>MOSSFORD (Valley Wire) – The notebooks of the Garrow family, who cast bells at Mossford for 140 years, have gone on show in the town’s museum.</p>
<p>The 63 books hold weights, recipes for bronze and the note of each bell, along with much else: the price of eels, a cure for burns, and a quarrel between two brothers that runs in the margins for eleven years and is settled on a page about clappers.</p>
<p>“They wrote down what went wrong,” said the curator, Salome Fenn. “Every cracked bell is in here, with the reason. That is rarer than the bells.”</p>
<p>The exhibition was put together with the Port Ellin Youth Orchestra, whose members recorded 19 of the Garrow bells up and down the valley. Visitors can hear each beside the page on which it was planned. One, from a chapel that has since been pulled down, was found in a garden, where it held geraniums.</p>
<p>Entry is free on Sundays.</p>
`,
};

import type { SampleArticle } from '../article.ts';

/** The agency text of `mediatorForCannery`, as another paper ran it: a near-duplicate on purpose. */
export const canneryMediator: SampleArticle = {
  outlet: 'brackwater-tide',
  slug: 'retired-harbour-judge-to-mediate-in-cannery-strike',
  title: 'Retired harbour judge to mediate in cannery strike',
  author: 'Tide staff and Andervale Wire',
  hoursBefore: 6,
  summary:
    'Ruth Abelard will meet both sides on Monday and Wednesday. The strike fund lasts until the middle of next week.',
  body: `<p>The province named a mediator on Saturday for the strike at the Brackwater cannery, where 312 people have been out for more than two weeks in a dispute over twenty-five minutes a day.</p>
<p>The mediator, Ruth Abelard, a retired harbour judge who lives on Rope Street, will meet the union and the owner, Fairhaul Foods, separately on Monday and together on Wednesday. “I have asked both of them to bring a clock,” she told reporters in Tolm.</p>
<p>The dispute is about the time it takes to put on and take off boots, gloves, aprons and hairnets, which the cannery requires and checks. Workers must be dressed at the line when the shift bell rings. The union measured the time in August: twenty-five minutes a day on average, none of it paid.</p>
<p>Over a year that comes to about two and a half weeks of wages, the union says. Its members earn between 11.20 and 13.90 crowns an hour. The company says that dressing is “part of arriving at work” and that paying for it would cost 410,000 crowns a year.</p>
<p>Fairhaul Foods has offered a single payment of 150 crowns to each worker and a new changing room. The union’s members refused the offer by 268 votes to 31.</p>
<p>The strike kitchen in the net loft on Tar Street serves about two hundred meals a day. It is paid for by the strike fund and by collections at the market; the union says that the fund will last until the middle of next week. The boats have agreed to land half their catch at Skerry, up the coast, so that the fish is not wasted.</p>
<p>The Tide will report from the harbour office on Wednesday evening.</p>`,
};

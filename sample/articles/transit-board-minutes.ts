import type { SampleArticle } from '../article.ts';

export const article: SampleArticle = {
  outlet: 'council-watch',
  slug: 'transit-board-minutes',
  title: 'Transit Board minutes: “no ridership count was made”',
  author: 'Council Watch',
  language: 'en',
  kind: 'text',
  hoursBefore: 10,
  summary:
    'The minutes of the meeting at which the night bus cuts were tabled came out eleven days late. Item 7 is worth reading slowly.',
  body: `
<p>The Harbour Transit Board has published the minutes of the meeting at which it tabled the end of night routes N2 and N5. They are due within five working days. These took sixteen.</p>
<p>Most of the eleven pages concern a bus wash. The night routes are item 7, which takes up fourteen lines. We print the part that matters:</p>
<blockquote><p>Mr Arne asked how many persons used the services after half past midnight. The director replied that no ridership count was made, the figures in the paper being drawn from fares taken at the door. Mr Arne asked whether holders of passes were included. The director said that they were not. The chair thanked the director for a thorough paper.</p></blockquote>
<p>Yusuf Arne is the passengers’ member, one of seven. He then moved to put off the item until riders had been counted. Nobody seconded the motion, and it fell.</p>
<h2>Three things to note</h2>
<ul>
<li>The paper to which the minutes refer is not attached. We have asked the clerk for it.</li>
<li>The saving of 310,000 crowns appears in the minutes once, without a year and without a working.</li>
<li>The board’s own rules say that a change to a route “shall be accompanied by an estimate of the passengers affected”. The minutes do not mention an estimate, nor a decision to do without one.</li>
</ul>
<p>The board’s office said that the delay was owed to illness and that the rule on estimates “is understood to refer to changes by day”. The rule does not say so. The minutes can be read at the Customs House, on weekdays from ten to noon.</p>
`,
};

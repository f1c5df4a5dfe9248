import type { SampleArticle } from '../article.ts';

/** The same agency text as Valley Wire’s, lightly edited, as newspapers do. */
export const article: SampleArticle = {
  outlet: 'harbour-gazette',
  slug: 'dye-works-fined-tarn-spill',
  title: 'Tarn Dye Works fined 40,000 crowns over spill',
  author: 'Gazette reporters and Valley Wire',
  language: 'en',
  kind: 'text',
  hoursBefore: 2,
  summary:
    'Tarn Dye Works will pay 40,000 crowns for last week’s leak into the river. All five tanks are to get second valves before the spring.',
  body: `
<p>Tarn Dye Works has been fined 40,000 crowns for letting 31 cubic metres of spent dye escape into the River Tarn last week, the city’s Water Inspectorate said.</p>
<p>The inspectorate found that a valve under one of the factory’s five holding tanks had failed and that the company had not acted on an earlier recommendation to fit a second one. It set the penalty at two thirds of the highest sum the river ordinance allows, citing the prompt call by a night foreman and the company’s help in the inquiry.</p>
<p>Conrad Vey, manager of the works on Weirside, said the company accepted the finding and would not appeal. “We are sorry, and we will pay,” he said. Second valves and outside alarms would be fitted to all five tanks before the spring, at a cost he put at 95,000 crowns.</p>
<p>The spill turned the river red from the Coldstair Weir to the harbour lock for about nine hours. Eleven people were treated for sore skin or eyes at Ellin General Hospital, and volunteers counted 140 dead fish. The harbour itself, below the lock, stayed clear.</p>
<p>Under the ordinance the money goes into the city’s general fund. None of it is set aside for the river or for the 64 families whose allotments were watered from it.</p>
<p>Petra Lunn of the Friends of the Tarn said restocking the stretch below the weir would cost about 28,000 crowns. “The river was harmed and the city was paid,” she said.</p>
<p>The inspectorate said it would check the new valves on site and publish the date of its visit.</p>
`,
};

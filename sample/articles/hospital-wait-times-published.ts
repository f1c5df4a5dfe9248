import type { SampleArticle } from '../article.ts';

export const article: SampleArticle = {
  outlet: 'harbour-gazette',
  slug: 'hospital-wait-times-published',
  title: 'Ellin General publishes its waiting times for the first time',
  author: 'Roderick Amsel',
  language: 'en',
  kind: 'text',
  hoursBefore: 15,
  summary:
    'Half of all patients in the emergency department are seen within 71 minutes, new figures show. On a Sunday night it takes more than three hours.',
  body: `
<p>On the wall opposite the tea machine in Ellin General’s emergency department there used to be a picture of a lighthouse. Since this week there is a screen. It says how many people are waiting, how long the last ten of them waited, and, in smaller letters, how many nurses are on the ward.</p>
<p>It is the plainest sign of a decision that took the hospital’s board two years: to publish its waiting times, hour by hour, with the figures of the past twelve months beside them. Anyone may download the tables. So far 1,900 people have.</p>
<h2>What the tables say</h2>
<p>Half of the 48,200 patients who came last year were seen by a doctor within 71 minutes. One in ten waited longer than four hours. The average hides a pattern that nurses have known for years and were never able to show: the day hardly matters, but the hour does.</p>
<ul>
<li>On a weekday morning the typical wait is 38 minutes.</li>
<li>Between six and ten in the evening it is two hours and five minutes.</li>
<li>On a Sunday night it is three hours and twelve minutes, the longest of the week.</li>
</ul>
<p>“On Sunday nights the family doctors have been closed for two days and the pharmacies for one,” said Beatrix Nkemelu, the charge nurse. “People are not coming to us instead of somewhere else. There is no somewhere else.”</p>
<p>The tables also show what had only been rumoured: that patients who arrive by ambulance from Mossford and Upper Tarn wait on average eleven minutes longer outside the doors than those from the city, because their crews arrive in clusters after the changes of shift.</p>
<h2>A reluctant board</h2>
<p>Not everybody was in favour. Some consultants feared that a public clock would push doctors to see the quick cases first. The hospital therefore publishes two times, one for the urgent and one for the rest, and a committee with two patients on it will look each quarter for signs that the sickest are being overtaken.</p>
<p>Benedict Aro-Lyle, who chairs the board, said he had been among the sceptics. “I was afraid of the headlines,” he said. “Then I sat in the waiting room for a night, in a coat, and I was more afraid of not knowing.”</p>
<p>The first consequence is already agreed. From January, a family doctor and a pharmacist will work beside the emergency department from Saturday noon until Monday morning. The board expects that one patient in four could be helped there. It will publish, it says, whether that turns out to be true.</p>
<p>The lighthouse has been moved to the children’s corner. By Thursday somebody had drawn a queue of small boats in front of it.</p>
`,
};

import type { SampleArticle } from '../article.ts';

export const article: SampleArticle = {
  outlet: 'valley-wire',
  slug: 'video-night-bus-last-run',
  title: 'Video: Aboard the 2:40, the last bus home',
  author: 'Camera: Iris Holm',
  language: 'en',
  kind: 'video',
  hoursBefore: 11,
  summary:
    'Six minutes on the N5 from Dock Gate to Tollgate, with the driver and the workers who ride it every night.',
  body: `
<p>Six minutes aboard the N5, which leaves Dock Gate at twenty to three. Driver Benno Astley knows most of his riders by their stops. A lasher sleeps against the window until someone wakes him at Chapel Rise; a nurse reads aloud the crossword; at the hospital, nine workers get on and nobody speaks. The Harbour Transit Board is to vote on whether the bus keeps running. With subtitles; no narration.</p>
`,
};

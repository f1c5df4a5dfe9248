import type { SampleArticle } from '../article.ts';

export const article: SampleArticle = {
  outlet: 'harbour-gazette',
  slug: 'cafe-olga-100',
  title: 'Café Olga turns 100 — & still won’t sell decaf',
  author: null,
  language: 'en',
  kind: 'text',
  hoursBefore: 18,
  summary: 'A century on Ropewalk Lane, one espresso machine, and a sign above the till.',
  body: `
<p>Café Olga on Ropewalk Lane was a hundred years old on Sunday. The present Olga, who is the fourth and was christened Ludmila, served free coffee until the beans ran out at twenty past ten.</p>
<p>Above the till hangs the founder’s sign: “Strong, or sleep.” A guest who asked for decaf was given, as is the custom, a glass of warm water and the newspaper.</p>
<p>The espresso machine is sixty-one. It has been repaired by three generations of one family, who have never paid for a cup &amp; have never been asked to.</p>
`,
};

import { describe, expect, test } from 'vitest';
import { parseFeedDocument } from '../../../src/collect/feed/document.ts';
import { readFeed } from '../../../src/collect/feed/feed.ts';
import { shownFeed } from '../../../src/collect/feed/shown.ts';
import { seenHtml } from '../../../src/collect/feed/harmless.ts';

const feedOf = (html: string) =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Quay</title><link>https://a.example/</link><item><title>One</title><link>https://a.example/1</link><content:encoded><![CDATA[${html}]]></content:encoded></item></channel></rss>`;

const HIDING: [string, string][] = [
  ['hidden', '<p hidden>Secret</p>'],
  ['HIDDEN', '<P HIDDEN>Secret</P>'],
  ['aria-hidden', '<span aria-hidden="true">Secret</span>'],
  ['display', '<div style="display:none"><div>x</div>Secret<br><img src="a.png">Secret</div>'],
  ['an entity', '<p style="display&#58;none">Secret</p>'],
  ['visibility', '<p style="visibility:hidden">Secret</p>'],
  ['no size', '<p style="font-size:0">Secret</p>'],
  ['opacity', '<p style="opacity:0">Secret</p>'],
  ['an indent', '<p style="text-indent:-9999px">Secret</p>'],
  ['white on white', '<p style="color:white;background-color:#ffffff">Secret</p>'],
  ['white on the page', '<p style="color:white">Secret</p>'],
  ['a template', '<template>Secret</template>'],
  ['noscript', '<noscript>Secret</noscript>'],
  ['a comment', '<!-- Secret -->'],
  ['a paragraph that is not closed', '<p style="display:none">Secret'],
];

describe('what no reader sees is not in an item', () => {
  test.each(HIDING)('by %s', (_, inside) => {
    const xml = feedOf(
      `<p>The tide came in the night, and half of the quay was under water by six.</p><p>Nobody had been told of it.</p>${inside}<p>And out.</p>`,
    );
    const [item] = readFeed(xml, { url: 'https://a.example/feed', itemsMax: 5 }).items;
    expect(item?.html).toContain('The tide came in');
    expect(item?.html).toContain('And out.');
    expect(`${item?.html} ${item?.summary}`).not.toContain('Secret');
    const [shown] = shownFeed(parseFeedDocument(xml, {})).items;
    expect(`${shown?.html} ${shown?.summary}`).not.toContain('Secret');
  });
});

describe('HTML in which nothing is hidden stays as it was written', () => {
  test.each([
    '<p class=a>x &amp; <b>y</b><br/></p>',
    '<p style="color:red">Red, and the hidden bay.</p>',
    '<div style="background:#000"><p style="color:#fff">White in a black box</p></div>',
    '<p style="color:#fff">All of it is white, so the page is not.</p>',
  ])('%s', (html) => expect(seenHtml(html)).toBe(html));
});

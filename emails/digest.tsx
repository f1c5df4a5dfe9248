import type { ReactElement } from 'react';
import { Category } from './_parts/category.tsx';
import { digestStyle } from './_parts/digest-style.ts';
import { Footer } from './_parts/footer.tsx';
import { Contents, Masthead } from './_parts/masthead.tsx';
import { light, sans } from './_parts/palette.ts';
import type { DigestFrame, DigestProps } from './_parts/props.ts';

export type { DigestCategory, DigestProps, DigestStory, Mark } from './_parts/props.ts';

/**
 * The digest as an MJML document.
 *
 * Shape: render it to static markup, then with MJML (`fonts: {}`). Marks, placeholder addresses and placeholder counts
 * come through unchanged.
 */
export function Digest(props: DigestProps): ReactElement {
  const { language, dir, categories, mark = () => '' } = props;
  const frame: DigestFrame = { language, dir, mark };
  return (
    <mjml lang={language} dir={dir}>
      <Head {...props} />
      <mj-body width="620px" background-color={light.paper}>
        <mj-raw>
          <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{props.preheader}</div>
        </mj-raw>
        <Masthead {...props} />
        <Contents {...props} />
        {categories.map((category) => (
          <Category key={category.slug} category={category} frame={frame} />
        ))}
        <Footer {...props} />
      </mj-body>
    </mjml>
  );
}

function Head({ subject, categories, dir }: DigestProps): ReactElement {
  const start = dir === 'rtl' ? 'right' : 'left';
  return (
    <mj-head>
      <mj-title>{subject}</mj-title>
      <mj-attributes>
        <mj-all font-family={sans} />
        <mj-section direction={dir} text-align={start} />
        <mj-column direction={dir} />
        <mj-text align={start} color={light.ink} font-size="17px" line-height="1.55" padding="0 20px" />
      </mj-attributes>
      <mj-raw>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
      </mj-raw>
      {digestStyle(categories, dir).map((style, index) => (
        <mj-style key={index}>{style}</mj-style>
      ))}
    </mj-head>
  );
}

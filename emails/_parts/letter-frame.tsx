import type { ReactElement } from 'react';
import { Body, Button, Container, Head, Heading, Hr, Html, Link, Text } from 'react-email';
import type { LetterContent } from './letter-content.ts';
import type { LetterFrame } from './letter-props.ts';
import { letterSheet, letterStyle as style } from './letter-style.ts';
import { stringsFor } from '../../strings/strings.ts';

/** The paper that every letter is written on. */
export function LetterPaper({
  content,
  frame,
}: {
  content: LetterContent;
  frame: LetterFrame;
}): ReactElement {
  const { language, dir } = frame;
  return (
    <Html lang={language} dir={dir}>
      <Head>
        <title>{content.subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{letterSheet}</style>
      </Head>
      <Body lang={language} dir={dir} style={style.body}>
        <Container dir={dir} style={{ ...style.page, textAlign: dir === 'rtl' ? 'right' : 'left' }}>
          <Masthead newsroom={frame.newsroom} />
          <Message content={content} language={language} />
          <Foot frame={frame} />
        </Container>
      </Body>
    </Html>
  );
}

function Masthead({ newsroom }: { newsroom: LetterFrame['newsroom'] }): ReactElement {
  return (
    <Heading as="h1" className="i" style={style.masthead}>
      <Link href={newsroom.homeUrl} style={style.nameLink}>
        {newsroom.name}
      </Link>
    </Heading>
  );
}

function Message({ content, language }: { content: LetterContent; language: string }): ReactElement {
  const strings = stringsFor(language).letters;
  return (
    <>
      <Heading as="h2" className="i" style={style.heading}>
        {content.heading}
      </Heading>
      {content.paragraphs.map((paragraph) => (
        <Text key={paragraph} className="i" style={style.text}>
          {paragraph}
        </Text>
      ))}
      {content.categories.length > 0 && (
        <Text className="i" style={style.text}>
          {`${strings.categories}: ${content.categories.join(' • ')}`}
        </Text>
      )}
      <Button className="b" href={content.url} style={style.button}>
        {content.button}
      </Button>
      {content.notes.map((note) => (
        <Text key={note} className="i" style={style.text}>
          {note}
        </Text>
      ))}
      <Text className="q" style={style.small}>
        {`${strings.address} `}
        <Link href={content.url} style={style.link}>
          {content.url}
        </Link>
      </Text>
      {content.links.map(({ name, url }) => (
        <Text key={url} className="i" style={style.text}>
          <Link href={url} style={style.link}>
            {name}
          </Link>
        </Text>
      ))}
    </>
  );
}

function Foot({ frame }: { frame: LetterFrame }): ReactElement {
  const { newsroom, sample, language } = frame;
  return (
    <>
      <Hr style={style.rule} />
      {sample && (
        <Text className="q" style={style.small}>
          {stringsFor(language).letters.sample}
        </Text>
      )}
      <Text className="q" style={style.small}>
        {`${newsroom.name} — ${newsroom.tagline}`}
      </Text>
      <Text className="q" style={style.small}>
        <span dir="auto">{newsroom.postalAddress}</span>
      </Text>
    </>
  );
}

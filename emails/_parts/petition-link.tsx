import type { ReactElement } from 'react';
import { stringsFor } from '../../strings/strings.ts';
import { light } from './palette.ts';
import type { DigestStory } from './props.ts';
import { progressOf } from './story-words.ts';

interface PetitionLinkProps {
  petition: NonNullable<DigestStory['petition']>;
  language: string;
}

/** "Sign our petition" with how far it is: a sentence, and a bar made of one row of a table. */
export function PetitionLink({ petition, language }: PetitionLinkProps): ReactElement {
  const { words, percent } = progressOf(petition, { language });
  return (
    <>
      <p>
        <a className="b" href={petition.url} style={{ color: light.paper, backgroundColor: light.accent }}>
          {`${stringsFor(language).digest.petition}: ${petition.title}`}
        </a>
      </p>
      <Bar percent={percent} />
      <p className="m x">{words}</p>
    </>
  );
}

function Bar({ percent }: { percent: number }): ReactElement {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0}>
      <tbody>
        <tr>
          {percent > 0 && <Cell className="g" percent={percent} color={light.accent} />}
          {percent < 100 && <Cell className="r" percent={100 - percent} color={light.rule} />}
        </tr>
      </tbody>
    </table>
  );
}

function Cell(cell: { className: string; percent: number; color: string }): ReactElement {
  return (
    <td className={cell.className} width={`${cell.percent}%`} {...{ bgcolor: cell.color }}>
      {'\u00a0'}
    </td>
  );
}

import { Fragment, type ReactNode } from 'react';

/**
 * A sentence with its links.
 *
 * Shape: `[words]` becomes a link, the first to the first address of `to`; `{}` becomes `place`. The text is one of ours:
 * what people typed comes in by `place` alone.
 */
export function Linked({
  text,
  to = [],
  place,
}: {
  text: string;
  to?: readonly string[];
  place?: ReactNode;
}) {
  const addresses = to[Symbol.iterator]();
  return text
    .split(/(\[[^\]]*\]|\{\})/)
    .map((piece, index) => (
      <Fragment key={index}>
        {piece.startsWith('[') ? (
          <a href={addresses.next().value ?? '/'}>{piece.slice(1, -1)}</a>
        ) : piece === '{}' ? (
          place
        ) : (
          piece
        )}
      </Fragment>
    ));
}

import { Heading } from './parts.tsx';

/** A page that is not there. */
export function NotFoundPage({ sentence }: { sentence: string }) {
  return (
    <>
      <Heading title="Not found" lead={sentence} />
      <p>It may have been moved, or the address was cut short on its way to you. From here you can</p>
      <ul className="plain">
        <li>
          <a href="/">read today’s edition</a>,
        </li>
        <li>
          <a href="/search">search all articles</a>,
        </li>
        <li>
          <a href="/categories">look through the categories</a>,
        </li>
        <li>
          or, if it was a link from a mail of ours, <a href="/fresh-link">have a fresh one sent to you</a>.
        </li>
      </ul>
    </>
  );
}

/** Something that cannot be done, with the sentence that says why. */
export function RefusedPage({ sentence }: { sentence: string }) {
  return (
    <>
      <Heading title="That did not work" lead={sentence} />
      <p>
        Nothing was changed. You can go back and try again, or return to <a href="/">today’s edition</a>.
      </p>
    </>
  );
}

/** A defect of ours; nothing of its inside is shown. */
export function DefectPage() {
  return (
    <>
      <Heading title="Something broke on our side" lead="The page could not be made. It is not your fault." />
      <p>
        It has been noted. Please try again in a few minutes, or return to <a href="/">today’s edition</a>.
      </p>
    </>
  );
}

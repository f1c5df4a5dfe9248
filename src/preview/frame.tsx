import type { ReactNode } from 'react';

/** What every page of the preview stands in; it follows changes. */
export function Frame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href="/preview.css" />
        <script src="/preview.js" defer />
      </head>
      <body>{children}</body>
    </html>
  );
}

/** Lines that should be known before anything is judged. */
export function Notes({ notes }: { notes: readonly string[] }) {
  return notes.map((note) => (
    <p key={note} className="note">
      {note}
    </p>
  ));
}

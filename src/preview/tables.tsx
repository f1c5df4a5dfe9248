import type { EditionFault } from '../../db/edition.ts';
import type { Shown } from './shown.ts';

/** How large a mail is, and each piece that it was joined from. */
export function Sizes({ mail }: { mail: Shown }) {
  const { html, text, raw, fragments } = mail;
  return (
    <>
      <p>
        HTML {bytesOf(html)}, text {bytesOf(text)}, the whole message {bytesOf(raw)} bytes.
      </p>
      {fragments.length === 0 ? (
        <p className="soft">It was rendered in one piece.</p>
      ) : (
        <div className="wide">
          <table>
            <thead>
              <tr>
                <th>Fragment</th>
                <th>Form</th>
                <th className="number">HTML</th>
                <th className="number">Text</th>
              </tr>
            </thead>
            <tbody>
              {fragments.map((fragment) => (
                <tr key={`${fragment.key} ${fragment.form}`}>
                  <td className="key">{fragment.key}</td>
                  <td>{fragment.form}</td>
                  <td className="number">{fragment.html.toLocaleString('en')}</td>
                  <td className="number">{fragment.text.toLocaleString('en')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** What the lint found. */
export function Faults({ faults }: { faults: readonly EditionFault[] | null }) {
  if (faults === null) return <p className="soft">The lint looks at editions only.</p>;
  if (faults.length === 0) return <p>The lint finds nothing wrong.</p>;
  return (
    <div className="wide">
      <table>
        <thead>
          <tr>
            <th>Check</th>
            <th>Where</th>
            <th>Problem</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault) => (
            <tr key={`${fault.check} ${fault.where} ${fault.problem}`}>
              <td>{fault.check}</td>
              <td className="key">{fault.where}</td>
              <td>{fault.problem}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const bytesOf = (text: string) => Buffer.byteLength(text).toLocaleString('en');

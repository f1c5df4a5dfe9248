import type { EditionFault } from '../../db/edition.ts';
import type { Shown } from './shown.ts';

/** How large a mail is, and each piece that it was joined from. */
export function Sizes({ mail }: { mail: Shown }) {
  const { html, text, raw, bytesMax, fragments } = mail;
  return (
    <>
      <p>
        HTML {bytesOf(html)}
        {bytesMax === null ? '' : ` of at most ${thousands(bytesMax)}`} bytes
        {raw === '' ? '.' : `, text ${bytesOf(text)}, the whole message ${bytesOf(raw)}.`}
      </p>
      {fragments.length === 0 ? (
        <p className="soft">It was rendered in one piece.</p>
      ) : (
        <div className="wide">
          <p className="soft">
            What this and every other mail of the edition is joined from, in bytes, before links are filled
            in.
          </p>
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
                  <td className="key">
                    {fragment.title !== null && <bdi className="title">{fragment.title}</bdi>}
                    <span className={fragment.title === null ? '' : 'soft'}>{fragment.key}</span>
                  </td>
                  <td>{fragment.form}</td>
                  <td className="number">{thousands(fragment.html)}</td>
                  <td className="number">{thousands(fragment.text)}</td>
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
      <p className="soft">Of the whole edition, in all its forms.</p>
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

const thousands = (count: number) => count.toLocaleString('en');
const bytesOf = (text: string) => thousands(Buffer.byteLength(text));

import { languagesSpoken, stringsFor } from '../../../strings/strings.ts';
import { baseLanguage } from '../../shared/language.ts';
import type { FormFault } from '../form.ts';
import type { Site } from '../site.ts';

/** In which language letters and pages are, each by the name that it has for itself; the digest stays in the newsroom's. */
export function LanguageChoice(props: { site: Site; chosen: string; fault?: FormFault | undefined }) {
  const { site, chosen, fault } = props;
  const { language: label, languageHint } = stringsFor(site.language).pages.form;
  const wrong = fault?.field === 'language';
  const tags = languagesSpoken(site.language, site.ownLanguage);
  return (
    <p className="field">
      <label htmlFor="language">{label}</label>
      <select
        id="language"
        name="language"
        defaultValue={tags.includes(chosen) ? chosen : site.language}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? 'language-hint language-fault' : 'language-hint'}
      >
        {tags.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {nameOf(tag, tag)}
          </option>
        ))}
      </select>
      <span className="small" id="language-hint">
        {languageHint(nameOf(baseLanguage(site.ownLanguage), site.language))}
      </span>
      {wrong && (
        <span className="wrong" id="language-fault">
          {fault.sentence}
        </span>
      )}
    </p>
  );
}

/** What a language is called in another, or in itself. */
const nameOf = (tag: string, inWhich: string): string =>
  new Intl.DisplayNames(inWhich, { type: 'language' }).of(tag) ?? tag;

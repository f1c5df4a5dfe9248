import { stringsFor } from '../../strings/strings.ts';

/**
 * The words that people agree to. The pages show them above their buttons and hand them back, so that the consent on
 * record is what was read, in the language in which it was read.
 */

/** Above the button that asks for a subscription. */
export const requestWording = (language: string, newsroom: string): string =>
  stringsFor(language).pages.subscribe.wording(newsroom);

/** Above the button that confirms a subscription. */
export const confirmWording = (language: string, newsroom: string): string =>
  stringsFor(language).pages.confirm.wording(newsroom);

/** Above the button that saves preferences. */
export const changeWording = (language: string, newsroom: string): string =>
  stringsFor(language).pages.me.wording(newsroom);

/** What stands on record when a subscription ended. */
export const LEAVE_WORDING = {
  link: 'Ended with the button on the page that the mail’s unsubscribe link opens.',
  'one-click': 'Ended with the unsubscribe button of the mail program (RFC 8058).',
  mailto: 'Ended with a mail to the newsroom, as the mail program wrote it (RFC 2369).',
  preferences: 'Ended with the button on the preferences page.',
} as const;

/** What stands on record when the newsroom added somebody itself. */
export const ADDED_WORDING = {
  cli: 'Added by the newsroom from its command line.',
  sample: 'One of the sample newsroom’s invented readers.',
} as const;

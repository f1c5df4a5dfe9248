/**
 * The words that people agree to. The pages show them above their buttons and hand them back, so that the consent on
 * record is what was read.
 */

/** Above the button that asks for a subscription. */
export const requestWording = (newsroom: string) =>
  `Send me ${newsroom} by mail, with the categories that I ticked. I can change or end this at any time.`;

/** Above the button that confirms a subscription. */
export const confirmWording = (newsroom: string) =>
  `Yes, send me ${newsroom} at this address. Every mail has a link that ends it.`;

/** Above the button that saves preferences. */
export const changeWording = (newsroom: string) => `Send me ${newsroom} with these categories from now on.`;

/** What stands on record when a subscription ended. */
export const LEAVE_WORDING = {
  link: 'Ended with the button on the page that the mail’s unsubscribe link opens.',
  'one-click': 'Ended with the unsubscribe button of the mail program (RFC 8058).',
  preferences: 'Ended with the button on the preferences page.',
} as const;

/** What stands on record when the newsroom added somebody itself. */
export const ADDED_WORDING = {
  cli: 'Added by the newsroom from its command line.',
  sample: 'One of the sample newsroom’s invented readers.',
} as const;

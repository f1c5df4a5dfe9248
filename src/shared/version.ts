/** As in package.json, which the built program does not carry. */
export const VERSION = '0.1.0';

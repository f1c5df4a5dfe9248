import type { CountedLink } from '../../db/edition-link.ts';

/** The addresses of one edition whose clicks are counted. */
export interface ClickLinks {
  /** What a mail links instead of an address: ours, which counts and sends on. */
  via(url: string): string;
  /** Every address that was asked for, by its number. */
  list(): CountedLink[];
}

/**
 * Number the addresses of an edition, so that its mails can lead there by the site's redirect
 * (`<site>/r/<edition>/<number>`).
 *
 * Shape: numbers count up from 1 in the order in which addresses are asked for; the same address has one number. What is
 * no page of the web stays as it is, and so do the places of readers' own links (`placeholders`): those are never counted.
 */
export function createClickLinks({ siteUrl, number }: { siteUrl: string; number: number }): ClickLinks {
  const numbers = new Map<string, number>();
  return {
    via(url) {
      if (!isPage(url)) return url;
      const known = numbers.get(url) ?? numbers.size + 1;
      numbers.set(url, known);
      return redirectOf(siteUrl, number, known);
    },
    list: () => Array.from(numbers, ([url, of]) => ({ number: of, url })),
  };
}

/** Where each redirect of an edition sends to, by its own address. */
export function destinationsOf(
  { siteUrl, number }: { siteUrl: string; number: number },
  links: readonly CountedLink[],
): Map<string, string> {
  return new Map(links.map((link) => [redirectOf(siteUrl, number, link.number), link.url]));
}

const redirectOf = (siteUrl: string, edition: number, link: number) => `${siteUrl}/r/${edition}/${link}`;

function isPage(address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.hostname.endsWith('.invalid')) return false;
  return url.protocol === 'https:' || url.protocol === 'http:';
}

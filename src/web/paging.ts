import { notFound } from '../shared/errors.ts';

/** Articles on one page of a list. */
export const PAGE_SIZE = 20;

/**
 * How many pages a list has, at least one.
 *
 * Errors: AppError `page.unknown` when the page asked for comes after the last.
 */
export function pagesOf(count: number, page: number, size = PAGE_SIZE): number {
  const pages = Math.max(1, Math.ceil(count / size));
  if (page > pages) throw notFound('page.unknown', 'This list ends before that page.');
  return pages;
}

import type { Preferences } from '../subscribe/preferences.ts';
import type { PlacedCategory } from './pages/me.tsx';

/** A subscriber's categories as the form shows them: the chosen ones numbered from 1. */
export function placesOf({ categories }: Preferences): PlacedCategory[] {
  return categories.map((category, i) => ({ ...category, place: category.chosen ? String(i + 1) : '' }));
}

/** The same as somebody has typed it, to be shown again or read. */
export function typedPlaces({ categories }: Preferences, form: URLSearchParams): PlacedCategory[] {
  const ticked = new Set(form.getAll('categories'));
  return categories.map(({ slug, name }) => ({
    slug,
    name,
    chosen: ticked.has(slug),
    place: form.get(`place-${slug}`) ?? '',
  }));
}

/** The ticked categories by their numbers; those without one come last, and equal ones stay as they stood. */
export function chosenInOrder(categories: readonly PlacedCategory[]): string[] {
  return categories
    .filter(({ chosen }) => chosen)
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(({ slug }) => slug);
}

/** Infinity minus itself is no number, so what has no place gets a large one. */
const placeOf = ({ place }: PlacedCategory) => (/^\d{1,6}$/.test(place.trim()) ? Number(place) : 1_000_000);

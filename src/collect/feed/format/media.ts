import type { RssFeed } from 'feedsmith';
import type { RawImage, RawMedia } from './raw.ts';

type Media = NonNullable<RssFeed.Item<string>['media']>;
type MediaContent = NonNullable<Media['contents']>[number];

/** Recordings and pictures of Media RSS, also those in groups. */
export function mediaIn(media: Media | undefined): RawMedia[] {
  return contentsOf(media).map(({ url, type, medium, fileSize, duration, player }) => ({
    url: url ?? player?.url,
    type,
    medium,
    bytes: fileSize,
    durationSeconds: duration,
  }));
}

export function picturesIn(media: Media | undefined): RawImage[] {
  const parts = [media, ...(media?.groups ?? []), ...contentsOf(media)];
  const contents = contentsOf(media)
    .filter(isPicture)
    .map(({ url, title, description }) => ({ url, alt: description?.value ?? title?.value }));
  const thumbnails = parts
    .flatMap((part) => part?.thumbnails ?? [])
    .map(({ url }) => ({ url, alt: undefined }));
  return [...contents, ...thumbnails];
}

/** What Media RSS says of an entry as a whole, or of its first group. */
export function aboutMedia(media: Media | undefined): Pick<Media, 'title' | 'description'> {
  const recordings = contentsOf(media).filter((content) => !isPicture(content));
  const parts = [media, ...(media?.groups ?? []), ...recordings];
  const [title, description] = [
    parts.find((part) => part?.title)?.title,
    parts.find((part) => part?.description)?.description,
  ];
  return { ...(title && { title }), ...(description && { description }) };
}

const isPicture = ({ medium, type }: MediaContent) => (medium ?? type ?? '').startsWith('image');

function contentsOf(media: Media | undefined): MediaContent[] {
  return [...(media?.contents ?? []), ...(media?.groups ?? []).flatMap((group) => group.contents ?? [])];
}

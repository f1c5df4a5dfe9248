import type { ReactNode } from 'react';

/** The few MJML elements that the digest is made of; MJML itself judges their attributes (strict). */
type MjmlElement = { children?: ReactNode; key?: string | number } & Record<
  string,
  string | number | undefined | ReactNode
>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      mjml: MjmlElement;
      'mj-head': MjmlElement;
      'mj-title': MjmlElement;
      'mj-attributes': MjmlElement;
      'mj-all': MjmlElement;
      'mj-style': MjmlElement;
      'mj-body': MjmlElement;
      'mj-section': MjmlElement;
      'mj-column': MjmlElement;
      'mj-text': MjmlElement;
      'mj-raw': MjmlElement;
    }
  }
}

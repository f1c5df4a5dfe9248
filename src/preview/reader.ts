/** Nobody; their links are well formed and good for nothing, since no newsroom has this secret. */
export const READER = { subscriberId: '00000000-0000-4000-8000-000000000001', linkEpoch: 0 };

/** What the preview signs links with, and nothing else does. */
export const SECRET = 'the preview signs with this and nothing else does';

/** The address of nobody: `.example` can never receive mail (RFC 2606). */
export const ADDRESS = 'Ana Prado <ana@reader.example>';

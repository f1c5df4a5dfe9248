/** The words above the button that signs: what a signer agrees to, kept on the signature as it was read. */
export const signWording = (newsroom: string, petition: string) =>
  `I sign “${petition}”. ${newsroom} counts my signature and hands my name to the one it is addressed to; signing does not subscribe me to anything.`;

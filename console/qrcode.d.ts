/** The part of qrcode that these pages draw from: the package's own types bring Node's along. */
export function create(
  text: string,
  options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
): { readonly modules: { readonly size: number; readonly data: Uint8Array } }

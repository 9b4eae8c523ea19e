import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);

/** The only font the charts use: it comes with the project, since a bare machine has none. */
export const fontFamily = 'Inter';

export function registerFonts(): void {
  for (const weight of [400, 600, 700]) {
    for (const subset of ['latin', 'latin-ext']) {
      const file = require.resolve(
        `@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`,
      );
      if (!GlobalFonts.registerFromPath(file, fontFamily)) {
        throw new Error(`the font could not be read: ${file}`);
      }
    }
  }
}

/** Two pixels each way for one of the layout's. */
export const pixelRatio = 2;

export const ink = '#1d1c1d';
export const quietInk = '#5e5d60';
export const hairline = '#e4e4e6';
export const paper = '#ffffff';

/** Okabe and Ito's colours, told apart with every kind of colour blindness; `soft` for hatching. */
export const blue = '#0072b2';
export const green = '#009e73';
export const vermilion = '#d55e00';

/** Light to dark, also in grey. */
export const contactShades = ['#dbe9f6', '#a9cfe8', '#63a8d3', '#2474b7', '#08306b'];
export const rateShades = ['#fdead3', '#fdc692', '#f59053', '#d5551f', '#7f2704'];
/** No contacts at all, or nothing to take a share of. */
export const nothing = '#f1f1f2';

export const font = (size: number, weight: 400 | 600 | 700 = 400): string =>
  `${weight} ${size}px ${fontFamily}`;

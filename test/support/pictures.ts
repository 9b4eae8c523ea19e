import { createCanvas, loadImage } from '@napi-rs/canvas';

export type Picture = { width: number; height: number; count(hex: string, box?: Box): number };
/** In pixels: left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

/** A PNG as pixels, to ask whether something is really drawn. */
export async function decode(png: Buffer): Promise<Picture> {
  const image = await loadImage(png);
  const { width, height } = image;
  const draw = createCanvas(width, height).getContext('2d');
  draw.drawImage(image, 0, 0);
  const { data } = draw.getImageData(0, 0, width, height);
  return {
    width,
    height,
    /** Pixels of exactly this colour. */
    count(hex, [left, top, right, bottom] = [0, 0, width, height]) {
      const wanted = Number.parseInt(hex.slice(1), 16);
      let found = 0;
      for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < right; x += 1) {
          const at = (y * width + x) * 4;
          const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
          if ((r << 16) + (g << 8) + b === wanted) found += 1;
        }
      }
      return found;
    },
  };
}

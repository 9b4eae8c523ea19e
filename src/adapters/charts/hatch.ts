import { type CanvasPattern, createCanvas } from '@napi-rs/canvas';
import { paper } from './look.ts';

/** Diagonal stripes, so that a filling can be told apart without its colour. */
export function hatch(
  colour: string,
  { gap = paper, size = 9, line = 4.5 } = {},
): CanvasPattern | string {
  const canvas = createCanvas(size, size);
  const draw = canvas.getContext('2d');
  draw.fillStyle = gap;
  draw.fillRect(0, 0, size, size);
  draw.strokeStyle = colour;
  draw.lineWidth = line;
  draw.lineCap = 'square';
  for (const shift of [-size, 0, size]) {
    draw.beginPath();
    draw.moveTo(shift, size);
    draw.lineTo(shift + size, 0);
    draw.stroke();
  }
  return draw.createPattern(canvas, 'repeat') ?? colour;
}

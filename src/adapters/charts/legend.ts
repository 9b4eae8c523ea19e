import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Bins } from './bins.ts';
import type { Fill } from './choropleth.ts';
import { hairline, nothing } from './look.ts';

/** As many of the shades as there are classes, the darkest always among them. */
export const spread = (shades: readonly string[], { edges }: Bins): string[] =>
  edges.map((_, index) => {
    const last = edges.length - 1;
    const at = last === 0 ? shades.length - 2 : (index * (shades.length - 1)) / last;
    return shades[Math.round(at)] ?? nothing;
  });

export type Box = { x: number; y: number; width: number; height: number };

export function box(ctx: SKRSContext2D, fill: Fill, { x, y, width, height }: Box): void {
  ctx.fillStyle = fill;
  ctx.fillRect(x, y, width, height);
  ctx.strokeStyle = hairline;
  ctx.lineWidth = 1;
  ctx.strokeRect(x, y, width, height);
}

/** Squeezed where it would pass `right`; returns where the text ends. */
export function write(
  ctx: SKRSContext2D,
  text: string,
  at: { x: number; y: number; right: number },
  style: string,
  colour: string,
): number {
  ctx.font = style;
  ctx.fillStyle = colour;
  const room = at.right - at.x;
  ctx.fillText(text, at.x, at.y, room);
  return at.x + Math.min(room, ctx.measureText(text).width);
}

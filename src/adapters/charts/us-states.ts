import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

const require = createRequire(import.meta.url);

/** Two-letter codes by FIPS code, the key of us-atlas; the 50 states and the District of Columbia. */
const codes: Readonly<Record<string, string>> = {
  '01': 'AL',
  '02': 'AK',
  '04': 'AZ',
  '05': 'AR',
  '06': 'CA',
  '08': 'CO',
  '09': 'CT',
  '10': 'DE',
  '11': 'DC',
  '12': 'FL',
  '13': 'GA',
  '15': 'HI',
  '16': 'ID',
  '17': 'IL',
  '18': 'IN',
  '19': 'IA',
  '20': 'KS',
  '21': 'KY',
  '22': 'LA',
  '23': 'ME',
  '24': 'MD',
  '25': 'MA',
  '26': 'MI',
  '27': 'MN',
  '28': 'MS',
  '29': 'MO',
  '30': 'MT',
  '31': 'NE',
  '32': 'NV',
  '33': 'NH',
  '34': 'NJ',
  '35': 'NM',
  '36': 'NY',
  '37': 'NC',
  '38': 'ND',
  '39': 'OH',
  '40': 'OK',
  '41': 'OR',
  '42': 'PA',
  '44': 'RI',
  '45': 'SC',
  '46': 'SD',
  '47': 'TN',
  '48': 'TX',
  '49': 'UT',
  '50': 'VT',
  '51': 'VA',
  '53': 'WA',
  '54': 'WV',
  '55': 'WI',
  '56': 'WY',
};

/** One pixel of a map 920 pixels wide. */
const pixelDegrees = 0.06;

export type StateShape = { state: string; shape: GeoJSON.Feature };

/** The outlines in degrees; the territories, which Albers USA has no place for, are left out. */
export function stateShapes(): StateShape[] {
  const atlas: Topology<{ states: GeometryCollection }> = require('us-atlas/states-10m.json');
  const outlines = thinned(atlas);
  return feature(outlines, outlines.objects.states).features.flatMap((shape) => {
    const state = codes[String(shape.id)];
    return state ? [{ state, shape }] : [];
  });
}

/**
 * Without the points that lie closer together than a pixel of our maps: almost a third of them,
 * and projecting them is most of the work of a map. Borders stay shared, since they are one arc.
 */
function thinned<Outlines extends Topology>(topology: Outlines): Outlines {
  const [perX, perY] = topology.transform?.scale ?? [1, 1];
  const arcs = topology.arcs.map((arc) => {
    const kept: number[][] = [];
    let [x, y, lastX, lastY] = [0, 0, 0, 0];
    arc.forEach(([dx = 0, dy = 0], index) => {
      x += dx;
      y += dy;
      const atAnEnd = index === 0 || index === arc.length - 1;
      if (!atAnEnd && Math.hypot((x - lastX) * perX, (y - lastY) * perY) < pixelDegrees) return;
      kept.push([x - lastX, y - lastY]);
      [lastX, lastY] = [x, y];
    });
    return kept;
  });
  return { ...topology, arcs };
}

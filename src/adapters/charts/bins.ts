/**
 * Classes of a shaded map: value v lies in class i when edges[i] ≤ v < edges[i + 1]; the last
 * class is open at the top.
 */
export type Bins = { edges: number[] };

export const binOf = ({ edges }: Bins, value: number): number => {
  const above = edges.findIndex((edge) => value < edge);
  return (above === -1 ? edges.length : above) - 1;
};

/** Powers of ten (or of a hundred, a thousand…) from 1 up to the largest, in at most `classes`. */
export function countBins(largest: number, classes: number): Bins {
  const decades = Math.max(1, Math.floor(Math.log10(Math.max(1, largest))) + 1);
  const step = Math.ceil(decades / classes);
  const count = Math.ceil(decades / step);
  return { edges: Array.from({ length: count }, (_, i) => 10 ** (i * step)) };
}

const steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2];

/** Equal steps of a round number of per cent from 0 up to the largest share, in at most `classes`. */
export function shareBins(largest: number, classes: number): Bins {
  const step = steps.find((width) => width * classes > largest) ?? 0.2;
  const count = Math.min(classes, Math.max(1, Math.floor(largest / step + 1e-9) + 1));
  return { edges: Array.from({ length: count }, (_, i) => Number((i * step).toFixed(3))) };
}

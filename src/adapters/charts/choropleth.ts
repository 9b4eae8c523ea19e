import { createRequire } from 'node:module';
import type { CanvasPattern } from '@napi-rs/canvas';
import type { ChartConfiguration } from 'chart.js';
import type * as Geo from 'chartjs-chart-geo';
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import { nothing, paper, pixelRatio, quietInk } from './look.ts';
import { stateShapes } from './us-states.ts';

const require = createRequire(import.meta.url);

export type Fill = string | CanvasPattern;

/** The 50 states in Albers' projection (Alaska and Hawaii moved in), each filled as asked. */
export function createChoropleth({
  width,
  height,
}: {
  width: number;
  height: number;
}): (fills: ReadonlyMap<string, Fill>) => Buffer {
  const states = stateShapes();
  const outline = states.map(({ shape }) => shape);
  const canvas = new ChartJSNodeCanvas({
    width,
    height,
    backgroundColour: paper,
    chartCallback: (chartJs) => {
      // Required here, while the Chart.js of this canvas is the one in the module cache, and anew for
      // each canvas: a module that was loaded before knows the Chart.js of another one.
      delete require.cache[require.resolve('chartjs-chart-geo')];
      const geo: typeof Geo = require('chartjs-chart-geo');
      chartJs.register(
        geo.ChoroplethController,
        geo.GeoFeature,
        geo.ColorScale,
        geo.ProjectionScale,
      );
    },
  });
  return (fills) => {
    const configuration: ChartConfiguration<'choropleth'> = {
      type: 'choropleth',
      data: {
        labels: states.map(({ state }) => state),
        datasets: [
          {
            label: '',
            outline,
            data: states.map(({ shape }) => ({ feature: shape, value: 0 })),
            backgroundColor: states.map(({ state }) => fills.get(state) ?? nothing),
            borderColor: quietInk,
            borderWidth: 0.6,
          },
        ],
      },
      options: {
        devicePixelRatio: pixelRatio,
        layout: { padding: 2 },
        scales: {
          projection: { axis: 'x', projection: 'albersUsa', padding: 0 },
          color: { axis: 'x', display: false },
        },
        plugins: { legend: { display: false }, tooltip: { enabled: false } },
      },
    };
    return canvas.renderToBufferSync(configuration);
  };
}

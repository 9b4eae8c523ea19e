export {
  type ChartRenderer,
  leastForRate,
  type StateMapChart,
  type TimelineChart,
} from './ports.ts';

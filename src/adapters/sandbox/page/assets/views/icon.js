import { svg } from '../dom.js';

/** Drawn, not written: a bare machine has no font with emoji. Each is lines in a square of 20. */
const lines = {
  bolt: 'M11 2.5 4.5 11.5h5l-1 6 6.5-9h-5z',
  clip: 'M15.5 9.5 9.6 15.4a3.8 3.8 0 0 1-5.4-5.4l6.3-6.3a2.6 2.6 0 0 1 3.7 3.7L8 13.6a1.3 1.3 0 0 1-1.8-1.8l5.4-5.4',
  clock: 'M10 2.5a7.5 7.5 0 1 0 .01 0zM10 6v4.2l2.8 1.7',
  eye: 'M1.8 10s3-5.5 8.2-5.5 8.2 5.5 8.2 5.5-3 5.5-8.2 5.5S1.8 10 1.8 10zM10 7.6a2.4 2.4 0 1 0 .01 0z',
  home: 'M3 9.3l7-6 7 6V17h-4.6v-4.6H7.6V17H3z',
  mail: 'M2.5 4.5h15v11h-15zM3 5.5l7 5.3 7-5.3',
  person: 'M10 3a3.5 3.5 0 1 0 .01 0zM3.5 17.5c0-3.6 2.9-5.7 6.5-5.7s6.5 2.1 6.5 5.7',
  phone:
    'M7 2h6a1.5 1.5 0 0 1 1.5 1.5v13A1.5 1.5 0 0 1 13 18H7a1.5 1.5 0 0 1-1.5-1.5v-13A1.5 1.5 0 0 1 7 2zM9 15.3h2',
  talk: 'M3 4h14v9.5H9.5L5.5 17v-3.5H3z',
};

export const icon = (name) =>
  svg(
    'svg',
    { class: 'icon', viewBox: '0 0 20 20', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: lines[name] }),
  );

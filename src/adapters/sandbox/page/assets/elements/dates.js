import { h } from '../dom.js';
import { momentOf, wallTime } from '../text/time.js';
import { change, held, wiring } from './field.js';

/** Date, time and both. The browser's own pickers; a moment is read in the reader's zone. */

function picker(field, type, value, read, note) {
  const control = h('input.text-input.date-input', { type, ...wiring(field) });
  control.value = value ?? '';
  let told = control.value;
  const tell = async () => {
    if (control.value === told) return;
    const before = told;
    told = control.value;
    if (!(await change(field, read(control.value)))) {
      control.value = before;
      told = before;
    }
  };
  control.addEventListener('change', tell);
  return h('div.date-field', null, control, note ? h('span.zone', null, note) : null);
}

export const datepicker = (field) =>
  picker(field, 'date', held(field).selected_date, (value) => ({ selected_date: value || null }));

export const timepicker = (field) =>
  picker(
    field,
    'time',
    held(field).selected_time,
    (value) => ({ selected_time: value || null }),
    field.element.timezone?.replace('_', ' '),
  );

export function datetimepicker(field) {
  const { tz } = field.surface.lookup().reader;
  const seconds = held(field).selected_date_time;
  const shown = seconds ? wallTime(new Date(seconds * 1000), tz) : null;
  const read = (value) => ({
    selected_date_time: value ? Math.round(momentOf(value, tz).getTime() / 1000) : null,
  });
  return picker(field, 'datetime-local', shown, read, tz.replace('_', ' '));
}

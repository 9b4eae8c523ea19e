export { earliestSend, type SendWindow } from './send-window.ts';
export { addDays, addHours, dateIn, momentOf, nextMidnight } from './wall-clock.ts';

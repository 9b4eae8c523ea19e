/** A phone number in E.164 form, `+12035550123`. */
export type E164 = string;

/** For anything a channel or a log may show: `+1 (203) •••-0123`. */
export function maskPhone(phone: E164): string {
  const us = /^\+1(\d{3})\d{3}(\d{4})$/.exec(phone);
  if (us) return `+1 (${us[1]}) •••-${us[2]}`;
  return `${phone.slice(0, 3)}•••${phone.slice(-4)}`;
}

/** `+1(203)555-0123`, as the user's own screens show it; other countries as they are. */
export const formatPhone = (phone: E164): string =>
  phone.startsWith('+1') && phone.length === 12
    ? `+1(${phone.slice(2, 5)})${phone.slice(5, 8)}-${phone.slice(8)}`
    : phone;

/** The three digits after +1, or null for a number outside the North American plan. */
export const areaCodeOf = (phone: E164): string | null =>
  /^\+1(\d{3})\d{7}$/.exec(phone)?.[1] ?? null;

import { Decimal } from 'decimal.js';

export { Decimal };

/** US dollars as `$1,234.56`; below one cent as many digits as the amount needs, up to six. */
export function dollars(amount: Decimal | string | number): string {
  const value = new Decimal(amount);
  const digits = value.abs().gt(0) && value.abs().lt('0.01') ? 4 : 2;
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value.toNumber());
}

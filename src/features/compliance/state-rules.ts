import { closedOnHolidays, daily, fed, hours, type RuleRow } from './rule-row.ts';

/** Binds everywhere, whatever a state says. */
export const federalRow: RuleRow = fed('US', '47 CFR 64.1200(c)(1), (e); 16 CFR 310.4(c)');

const noSunday = { sunday: null };
const prerecorded = { binds: ['call'] } as const;

/**
 * When marketing may start, state by state. Collected 2026-11-22 from the statutes as quoted in
 * public tables; counsel confirms each row before go-live. Where a rule left a choice, the stricter
 * reading is kept: the exemptions for existing customers (OR, PA) and for express consent (UT) are
 * not used. The federal floor is added to every row.
 */
export const stateRules: readonly RuleRow[] = [
  daily('AL', 8, 20, 'Ala. Admin. Code 770-X-5-.17(2)', {
    ...noSunday,
    ...closedOnHolidays('mardi-gras', 'confederate-memorial', 'jefferson-davis', 'rosa-parks'),
  }),
  fed('AK', 'AS 45.63: no hours of its own'),
  fed('AZ', 'ARS 44-1278: federal rule imported'),
  fed('AR', '16 CFR 310.4 imported'),
  fed('CA', 'federal'),
  daily('CA', 9, 21, 'PUC 2872: automatic dialing-announcing devices', prerecorded),
  fed('CO', 'no hours of its own'),
  daily('CT', 9, 20, 'CGS 42-288a(c) as amended by PA 23-98, from 2023-10-01; texts included'),
  fed('DE', 'no hours of its own'),
  fed('DC', 'DC Code 22-3226.08'),
  daily('FL', 8, 20, 'Fla. Stat. 501.616(6), 501.059'),
  fed('GA', 'OCGA 46-5-23'),
  fed('HI', 'HRS 481P-3(8)'),
  fed('ID', 'no hours of its own'),
  fed('IL', '815 ILCS 413/15'),
  daily('IL', 9, 21, '815 ILCS 305: automatic dialers', prerecorded),
  daily('IN', 9, 20, 'IC 24-5-14-8: prerecorded calls and automated texts'),
  fed('IA', 'no statute found'),
  fed('KS', 'no hours of its own'),
  daily('KY', 10, 21, 'KRS 367.46955(16)'),
  daily('LA', 8, 20, 'LPSC General Order R-29617 V(A); La. R.S. 45:811', {
    ...noSunday,
    ...closedOnHolidays('mardi-gras', 'good-friday', 'all-saints', 'even-year-election'),
  }),
  fed('ME', 'federal'),
  fed('ME', '10 MRS 1498(3): automated calling device with a recorded message', {
    ...prerecorded,
    weekdays: hours(9, 17),
    saturday: null,
    sunday: null,
    hoursBetweenPrerecorded: 8,
  }),
  daily('MD', 8, 20, 'Md. Com. Law 14-4502(c), from 2024-01-01'),
  daily('MA', 8, 20, 'MGL 159C s. 3; 201 CMR 12.02(2)'),
  daily('MI', 9, 21, 'MCL 750.540e(1)(f)'),
  daily('MN', 9, 21, 'Minn. Stat. 325E.30'),
  daily('MS', 8, 20, 'Miss. Code 77-3-723(1): Central Standard Time', {
    ...noSunday,
    ...closedOnHolidays(),
    standardTimeToo: true,
  }),
  fed('MO', 'RSMo 407.1076(5)'),
  fed('MT', 'MCA 30-14-1412(1)(d)'),
  fed('NE', 'Neb. Rev. Stat. 86-248'),
  daily('NV', 9, 20, 'NRS 598.0918(3)'),
  fed('NH', 'no hours of its own'),
  fed('NJ', 'NJSA 56:8-128(c): 21:00, not 20:00'),
  daily('NM', 9, 21, 'NMSA 57-12-22(B)(5)'),
  fed('NY', 'GBL 399-z(2)'),
  fed('NC', 'NCGS 75-102(f)'),
  fed('ND', 'NDCC 51-28-05'),
  fed('OH', 'no hours of its own'),
  daily('OK', 8, 20, '15 OS 775C.3-.4; federal holidays by one source', closedOnHolidays()),
  daily('OR', 8, 20, 'ORS 646.563(1)(b); HB 3865, from 2026-01-01'),
  fed('PA', 'UTPCPL telemarketer rules before Act 47 of 2026; holidays since 2019', {
    ...pennsylvaniaHolidays(),
    validTo: '2026-10-18',
  }),
  daily('PA', 9, 19, 'Act 47 of 2026 (SB 992)', {
    ...noSunday,
    ...pennsylvaniaHolidays(),
    validFrom: '2026-10-18',
  }),
  daily('RI', 9, 18, 'RIGL 5-61-2(2), 5-61-3.6', {
    saturday: hours(10, 17),
    ...noSunday,
    ...closedOnHolidays('victory-day', 'even-year-election'),
  }),
  fed('SC', 'SC Code 37-21-30'),
  daily('SD', 9, 21, 'SDCL 37-30A-3(2)', noSunday),
  fed('TN', 'TCA 65-4-402'),
  daily('TX', 9, 21, 'Tex. Bus. & Com. 301.051; SB 140, from 2025-09-01', {
    sunday: hours(12, 21),
  }),
  daily('UT', 8, 21, 'Utah Code 13-25a-103(3), enforced with consent too', {
    ...noSunday,
    ...closedOnHolidays('pioneer'),
  }),
  fed('VT', 'no hours of its own'),
  fed('VA', 'Va. Code 59.1-511'),
  daily('WA', 8, 20, 'RCW 19.158.110(4), 80.36.390'),
  fed('WV', 'W. Va. Code 46A-6F-601'),
  fed('WI', 'ATCP 127.16(3)'),
  daily('WY', 8, 20, 'Wyo. Stat. 40-12-302(d)'),
  ...['PR', 'VI', 'GU', 'MP', 'AS'].map((state) => fed(state, 'no law read; federal floor')),
];

function pennsylvaniaHolidays() {
  return closedOnHolidays('good-friday', 'flag-day', 'election', 'juneteenth', 'bill-of-rights');
}

import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { type E164, maskPhone } from '../../shared/phone.ts';
import { codesWith } from './reaction-to.ts';

/** What a person is told in the alerts channel; several codes may mean the same to them. */
export const alertTopics = {
  account: ['20003', '20005', '10001', '20404', '30002'],
  region: ['21408', '21215', '13225', '13227'],
  sender: ['21606', '21659', '21660', '21661', '21603', '21701', '21703'],
  unregistered: ['30032', '30034', '30035', '30038'],
  'daily-cap': ['30023'],
  template: ['63027', '63028', '63029', '63040', '63041', '63042', '132015', '132016'],
  terms: ['63062'],
  blocked: ['30004'],
} as const satisfies Record<string, readonly string[]>;

export type AlertTopic = keyof typeof alertTopics;

/** Codes that a person should hear of, and those that ask for a look at the contact. */
export const alertCodes = codesWith(({ alert, review }) => alert || review);

const topics = Object.keys(alertTopics) as AlertTopic[];
const topicByCode = new Map<string, AlertTopic>(
  topics.flatMap((topic) => alertTopics[topic].map((code) => [code, topic] as const)),
);

/** One code's failures of an hour, as they stand. */
export type AlertFigures = {
  id: string;
  code: string;
  messages: number;
  people: number;
  /** The first few hundred. */
  phones: readonly E164[];
  /** The newest campaigns that met it. */
  campaigns: readonly string[];
};

export type AlertNotice = {
  id: string;
  code: string;
  topic: AlertTopic;
  messages: number;
  campaigns: readonly string[];
  /** Whom a person should look at: masked numbers, and how many more there are. */
  people: readonly string[];
  morePeople: number;
  /** `BR`; or `+55` where a calling code is all that is known. */
  regions: readonly string[];
};

const mostPeople = 10;

/** Nothing in it names a person: numbers are masked, or only their country is told. */
export function noticeOf(figures: AlertFigures): AlertNotice | null {
  const { id, code, messages, phones, campaigns } = figures;
  const topic = topicByCode.get(code);
  if (!topic || messages === 0) return null;
  const people = topic === 'blocked' ? phones.slice(0, mostPeople).map(maskPhone) : [];
  return {
    id,
    code,
    topic,
    messages,
    campaigns,
    people,
    morePeople: people.length > 0 ? figures.people - people.length : 0,
    regions: topic === 'region' ? [...new Set(phones.map(regionOf))].sort() : [],
  };
}

function regionOf(phone: E164): string {
  const parsed = parsePhoneNumberFromString(phone);
  return parsed?.country ?? `+${parsed?.countryCallingCode ?? phone.slice(1, 3)}`;
}

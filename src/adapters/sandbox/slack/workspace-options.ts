import type { Clock } from '../../../shared/clock.ts';
import type { BotIdentity, ChannelSpec, Team } from './cast.ts';
import type { AppManifest } from './manifest.ts';
import type { ClockState, Person, PhoneMessage, PhoneSummary } from './page-contract.ts';

export type Log = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
};

/** The product clock as the page moves it. Times are UTC instants; it never goes back. */
export type ClockControl = {
  state(): Promise<ClockState> | ClockState;
  advance(ms: number): Promise<ClockState> | ClockState;
  to(date: Date): Promise<ClockState> | ClockState;
  toNextWindow(): Promise<ClockState> | ClockState;
};

/** The contacts' phones, kept by the pretend carrier. */
export type PhonesControl = {
  list(query: string): Promise<PhoneSummary[]> | PhoneSummary[];
  thread(phone: string): Promise<PhoneMessage[]> | PhoneMessage[];
  reply(phone: string, text: string): Promise<void> | void;
};

/** Where the workspace keeps its messages over a restart. Without `saveFile` file contents are lost. */
export type Persistence = {
  load(): Promise<unknown>;
  save(state: unknown): Promise<void>;
  loadFile?(id: string): Promise<Buffer | null>;
  saveFile?(id: string, content: Buffer): Promise<void>;
  removeFile?(id: string): Promise<void>;
};

/** Calls per minute by tier, as Slack publishes them; the whole minute may be used in one burst. */
export type RateLimits = {
  tier1: number;
  tier2: number;
  tier3: number;
  tier4: number;
  special: number;
  /** `chat.postMessage` per channel: messages per second, and how many at once. */
  postsPerSecond: number;
  postsBurst: number;
};

export type WorkspaceOptions = {
  /** Base address of the app; signed requests go to `${appUrl}/slack/events`. */
  appUrl: string;
  /** Own public base address, e.g. `http://127.0.0.1:3000`, without a slash at the end. */
  baseUrl: string;
  botToken: string;
  signingSecret: string;
  app: AppManifest;
  people: readonly Person[];
  channels: readonly ChannelSpec[];
  log: Log;
  team?: Team;
  bot?: BotIdentity;
  /** Members of user groups by group id. */
  userGroups?: Readonly<Record<string, readonly string[]>>;
  /** Trigger ids, response URLs, rate limits, signatures. Default: the computer's clock. */
  realClock?: Clock;
  /** The time that messages are stamped with; pass the product clock. Default: `realClock`. */
  messageClock?: Clock;
  /** Makes `bytes` random bytes as hex. Default: `crypto.randomBytes`. */
  randomHex?: (bytes: number) => string;
  clock?: ClockControl;
  phones?: PhonesControl;
  persist?: Persistence;
  rateLimits?: Partial<RateLimits>;
  /** How long the app may take to acknowledge. Default 3,000. */
  ackLimitMs?: number;
  /** How long an uploaded file is being scanned and cannot be shown in blocks. Default 150. */
  fileProcessingMs?: number;
  /** When an event that was not acknowledged is sent again. Default: at once, a minute, five minutes. */
  eventRetryDelaysMs?: readonly number[];
};

import type { KnownBlock } from '@slack/types';

/** `text` always carries the whole content: screen readers and notifications read it, not the blocks. */
export type ChannelMessage = {
  text: string;
  blocks: KnownBlock[];
  /** Parent's ts: the message becomes a reply in that thread. */
  threadTs?: string;
};

export type PostRequest = {
  /** What this message is, for ever: `campaign:<id>:card`, `report:daily:C1:2026-11-21`. */
  key: string;
  channel: string;
  message: ChannelMessage;
  /** Slack's metadata event_type, `report_posted`; letters, digits and underscores. */
  event?: string;
};

export type Posted = {
  channel: string;
  ts: string;
  /** True when this call made Slack show it; false when it was there already. */
  first: boolean;
  /** Slack did not accept the pictures in the blocks; share them in the thread (`shareImage`). */
  imagesLeftOut: boolean;
};

export type Image = { name: string; png: Buffer; title: string; altText: string };

/**
 * Channel posts that happen once per key, also when the process dies between Slack's answer and
 * our record of it, when Slack's answer is lost, and when several processes post at once.
 * Safe to repeat: `Refusal('unavailable', 'posting.slack')` when Slack cannot be reached for long,
 * `Refusal('unavailable', 'posting.busy')` while another process is posting the same key.
 * Not worth repeating: `Refusal('conflict', 'posting.channel')` when the app may not post there.
 */
export type Poster = {
  /** Posts it unless the key was posted before; then says where it is, unchanged. */
  post(request: PostRequest): Promise<Posted>;
  /** Posts it, or brings what stands there up to date (deleted by somebody: posted anew). */
  keep(request: PostRequest): Promise<Posted>;
  /** Brings a posted message up to date; null when the key was never posted. */
  update(key: string, message: ChannelMessage): Promise<Posted | null>;
  find(key: string): Promise<{ channel: string; ts: string } | null>;
  /** Null when Slack does not give one. */
  permalink(posted: { channel: string; ts: string }): Promise<string | null>;
  /** A picture for an image block (`slack_file: { id }`), ready to be shown. */
  uploadImage(image: Image): Promise<{ fileId: string }>;
  /** The fallback: the picture as a file in a thread. */
  shareImage(image: Image, where: { channel: string; threadTs: string }): Promise<void>;
};

/** Rows of `slack_posts`. Real clock: a lease is about a call that is under way. */
export type PostStore = {
  /**
   * Takes the key for one poster: it is new, or its holder's lease ran out. `since` is when the
   * first holder took it: a message of this key cannot be older.
   */
  claim(request: {
    key: string;
    channel: string;
    at: Date;
    leaseMs: number;
  }): Promise<
    | { kind: 'mine'; token: string; fresh: boolean; since: Date }
    | { kind: 'posted'; channel: string; ts: string; contentHash: string | null }
    | { kind: 'busy' }
  >;
  /** False when the lease was lost to another poster: do not call Slack. */
  renew(key: string, token: string, at: Date): Promise<boolean>;
  record(
    key: string,
    post: { channel: string; ts: string; contentHash: string; at: Date },
  ): Promise<void>;
  /** Nothing was posted for sure: the next one need not wait for the lease. */
  release(key: string, token: string): Promise<void>;
  find(key: string): Promise<{ channel: string; ts: string; contentHash: string | null } | null>;
  /** The message is gone from Slack: the key is free again, unless somebody posted it anew. */
  forget(key: string, ts: string): Promise<void>;
};

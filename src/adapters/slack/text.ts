/** Text that already is Slack mrkdwn (a mention, a link, a date) and must not be escaped again. */
export type Mrkdwn = { readonly mrkdwn: string };

export const asMrkdwn = (mrkdwn: string): Mrkdwn => ({ mrkdwn });

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

// Control characters except tab and newline, and characters that reverse the direction of text.
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text from outside without characters that hide or reorder what a person reads. */
export const cleanText = (text: string): string => text.replace(invisible, '');

/** What a person typed or pasted, without what they cannot have seen; joiners of emoji stay. */
export const cleanTyped = (text: string): string => cleanText(text).replace(/[\u200b\u2060]/g, '');

const joiner = '\u2060';

/**
 * Slack has no escape for `*bold*`, `_italics_` and `~struck~`: they count at the edge of a word
 * only, and beside a word joiner, which nobody sees, there is no edge. Inside a word (`meus_contatos`)
 * they stay as they are. Backticks pair up anywhere, so they become the accent that looks like one.
 */
const withoutFormat = (text: string): string =>
  text
    .replace(/(?<![\p{L}\p{N}])(?=[*_~])/gu, joiner)
    .replace(/(?<=[*_~])(?![\p{L}\p{N}\u2060])/gu, joiner)
    .replaceAll('`', '\u02cb');

/**
 * Untrusted text for mrkdwn: `<!channel>`, `<@U…>`, links and formatting become inert. Apply once,
 * and set `verbatim` on the text object (`section`, `context` do), or Slack would still link `@here`.
 */
export const escapeMrkdwn = (text: string): string =>
  withoutFormat(cleanText(text))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** At most `limit` UTF-16 units, ending in … when cut, never inside a character as a person sees it. */
export function clamp(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > limit - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** Like `clamp`, and never inside an entity, a mention or a link. */
export function clampMrkdwn(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = clamp(text, limit).slice(0, -1);
  return `${cut.replace(/<[^>]*$/, '').replace(/&[a-z]{0,4}$/, '')}…`;
}

export const mention = (userId: string): Mrkdwn => asMrkdwn(`<@${userId}>`);
export const channelLink = (channelId: string): Mrkdwn => asMrkdwn(`<#${channelId}>`);

/** A link; a label that would break out of it cannot. Other schemes than http(s) become plain text. */
export function link(url: string, label: string): Mrkdwn {
  const shown = escapeMrkdwn(label).replaceAll('|', '¦');
  return asMrkdwn(
    /^https?:\/\//.test(url) ? `<${url.replace(/[|>\s]/g, encodeURIComponent)}|${shown}>` : shown,
  );
}

/** Shown in the reader's own device zone; `fallback` is what screen readers and mail get. */
export const slackDate = (at: Date, fallback: string): Mrkdwn =>
  asMrkdwn(
    `<!date^${Math.floor(at.getTime() / 1000)}^{date_short_pretty} {time}|${escapeMrkdwn(fallback).replaceAll('|', '¦')}>`,
  );

/** A literal text block as the person will receive it, inside a quote. */
export const quoted = (text: string): Mrkdwn => asMrkdwn(escapeMrkdwn(text).replace(/^/gm, '>'));

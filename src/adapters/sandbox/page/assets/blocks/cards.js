import { h } from '../dom.js';
import { safeLink } from '../text/mrkdwn.js';
import { plain, textNode } from '../text/plain.js';
import { richText } from '../text/rich-text.js';
import { t } from '../words.js';
import { picture } from './picture.js';

const alertMarks = { info: 'ℹ️', warning: '⚠️', error: '⛔', success: '✅', default: '💬' };

export function alert(block, surface) {
  const level = alertMarks[block.level] ? block.level : 'default';
  return h(
    `div.alert.${level}`,
    { role: level === 'error' || level === 'warning' ? 'alert' : 'status' },
    h('span', { 'aria-hidden': 'true' }, alertMarks[level]),
    textNode(block.text, surface.lookup()),
  );
}

export function card(block, surface, placed) {
  const lookup = surface.lookup();
  return h(
    'article.card',
    null,
    block.hero_image ? h('div.card-hero', null, picture(block.hero_image)) : null,
    h(
      'div.card-main',
      null,
      h(
        'div.card-head',
        null,
        block.icon ? picture(block.icon, { small: true }) : null,
        h(
          'div',
          null,
          block.title ? h('div.card-title', null, textNode(block.title, lookup)) : null,
          block.subtitle ? h('div.card-subtitle', null, textNode(block.subtitle, lookup)) : null,
        ),
      ),
      block.body ? h('div.card-body', null, textNode(block.body, lookup)) : null,
      block.actions
        ? h(
            'div.actions',
            null,
            block.actions.map((element) => placed(block, element, surface)),
          )
        : null,
    ),
  );
}

export function carousel(block, surface, placed) {
  const track = h(
    'div.carousel-track',
    { tabindex: '0' },
    block.elements.map((element) =>
      card({ ...element, block_id: element.block_id ?? block.block_id }, surface, placed),
    ),
  );
  const turn = (step) =>
    track.scrollBy({ left: step * track.clientWidth * 0.8, behavior: 'smooth' });
  const arrow = (mark, label, step) =>
    h(
      'button.carousel-arrow',
      { type: 'button', 'aria-label': label, onclick: () => turn(step) },
      mark,
    );
  return h(
    'div.carousel',
    { role: 'group', 'aria-label': t('block.carousel', { n: block.elements.length }) },
    track,
    block.elements.length > 1
      ? h(
          'div.carousel-arrows',
          null,
          arrow('‹', t('page.previous'), -1),
          arrow('›', t('page.next'), 1),
        )
      : null,
  );
}

/** A titled frame around other blocks; it folds when the app allows it. */
export function container(block, surface, blockNode) {
  const lookup = surface.lookup();
  const title = block.rich_text_title
    ? richText(block.rich_text_title, lookup)
    : h('span', null, plain(block.title));
  const head = [
    block.icon ? picture(block.icon, { small: true }) : null,
    h(
      'span.container-titles',
      null,
      h('span.container-title', null, title),
      block.subtitle ? h('span.container-subtitle', null, textNode(block.subtitle, lookup)) : null,
    ),
  ];
  const body = h(
    'div.container-body',
    null,
    block.child_blocks.map((child) => blockNode(child, surface)),
  );
  const line = block.has_header_divider ? 'ruled' : '';
  const look = { class: `${block.width ?? 'standard'} ${line}` };
  if (!block.is_collapsible) {
    return h('section.container', look, h('div.container-head', null, head), body);
  }
  return h(
    'details.container',
    { ...look, open: block.default_collapsed ? null : true },
    h('summary.container-head', null, head),
    body,
  );
}

const taskMarks = { pending: '○', in_progress: '◐', complete: '✓', error: '✕' };

export function taskCard(block, surface) {
  const lookup = surface.lookup();
  const status = taskMarks[block.status] ? block.status : 'pending';
  const more = [
    block.details ? h('div.task-details', null, richText(block.details, lookup)) : null,
    block.output ? h('div.task-output', null, richText(block.output, lookup)) : null,
    block.sources
      ? h(
          'div.task-sources',
          null,
          block.sources.map((source) => safeLink(source.url, source.text)),
        )
      : null,
  ];
  return h(
    `div.task.${status}`,
    null,
    h('span.task-mark', { 'aria-hidden': 'true' }, taskMarks[status]),
    h(
      'div.task-main',
      null,
      h('div.task-title', null, block.title, h('span.task-status', null, t(`task.${status}`))),
      more,
    ),
  );
}

export function plan(block, surface) {
  const tasks = block.tasks ?? [];
  const done = tasks.filter((task) => task.status === 'complete').length;
  return h(
    'section.plan',
    null,
    h(
      'div.plan-head',
      null,
      h('strong', null, block.title),
      h('span.plan-count', null, t('plan.done', { done, all: tasks.length })),
    ),
    h('progress', { max: tasks.length || 1, value: done, 'aria-label': block.title }),
    tasks.map((task) => taskCard(task, surface)),
  );
}

/** A video is offered as a link: playing it would fetch it from outside. */
export function video(block) {
  return h(
    'div.video',
    null,
    h('span.video-mark', { 'aria-hidden': 'true' }, '▶'),
    h(
      'div',
      null,
      h('div.video-title', null, safeLink(block.title_url ?? block.video_url, plain(block.title))),
      block.author_name || block.provider_name
        ? h('div.muted', null, [block.provider_name, block.author_name].filter(Boolean).join(' · '))
        : null,
      block.description ? h('div', null, plain(block.description)) : null,
    ),
  );
}

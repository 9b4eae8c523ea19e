import { api } from '../api.js';
import { fill, h } from '../dom.js';
import { lookup } from '../store.js';
import { dayDivider, dayOf, time } from '../text/time.js';
import { t } from '../words.js';

const statusMarks = {
  accepted: '…',
  queued: '…',
  sending: '…',
  sent: '✓',
  delivered: '✓✓',
  read: '✓✓',
  received: '✓',
  failed: '✕',
  undelivered: '✕',
};

/**
 * One person's phone, opened at the messages with the agency.
 * @returns {() => void} draws again what has arrived since
 */
export function conversation(screen, person, back) {
  const bubbles = h('div.bubbles', { role: 'log', 'aria-live': 'polite', tabindex: '0' });
  const problem = h('p.phone-problem', { role: 'alert', hidden: true });
  const field = h('input.phone-input', {
    type: 'text',
    placeholder: t('phone.write', { name: person.name }),
    'aria-label': t('phone.write', { name: person.name }),
    maxlength: 1600,
  });
  let drawn = '';

  async function refresh() {
    try {
      const messages = await api.phone(person.phone);
      const face = JSON.stringify(messages);
      if (face === drawn) return;
      drawn = face;
      fill(
        bubbles,
        messages.length > 0 ? withDays(messages) : h('p.phone-none', null, t('phone.quiet')),
      );
      bubbles.scrollTop = bubbles.scrollHeight;
    } catch (error) {
      complain(error.message);
    }
  }

  function complain(text) {
    problem.textContent = text;
    problem.hidden = false;
  }

  async function answer(text) {
    if (!text.trim()) return;
    problem.hidden = true;
    try {
      await api.reply(person.phone, text);
      field.value = '';
      await refresh();
    } catch (error) {
      complain(error.message);
    }
  }

  const quick = (text) => h('button.quick', { type: 'button', onclick: () => answer(text) }, text);
  fill(
    screen,
    h(
      'div.phone-app.talk',
      null,
      h('button.phone-back', { type: 'button', 'aria-label': t('phone.back'), onclick: back }, '‹'),
      h(
        'div',
        null,
        h('h3', null, person.name || person.phone),
        h('small', null, nationalPhone(person.phone)),
      ),
    ),
    bubbles,
    problem,
    h(
      'div.quicks',
      { role: 'group', 'aria-label': t('phone.quick') },
      ['SIM', 'PARE', 'STOP', 'AJUDA'].map(quick),
    ),
    h(
      'form.phone-write',
      {
        onsubmit: (event) => {
          event.preventDefault();
          answer(field.value);
        },
      },
      field,
      h('button.phone-send', { type: 'submit', 'aria-label': t('composer.send') }, '↑'),
    ),
  );
  refresh();
  return refresh;
}

/** `+12035550123` → `+1 (203) 555-0123`; anything else as it is. */
export const nationalPhone = (phone) =>
  phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 ($1) $2-$3');

function withDays(messages) {
  const { reader } = lookup();
  let day = '';
  return messages.map((message) => {
    const at = new Date(message.at);
    const fresh = dayOf(at, reader) !== day;
    day = dayOf(at, reader);
    return [
      fresh ? h('p.bubble-day', null, dayDivider(at, reader)) : null,
      bubble(message, at, reader),
    ];
  });
}

/** `in` is what the person received: on the left, as on their phone. */
function bubble(message, at, reader) {
  const status = t(`status.${message.status}`);
  const failed = message.status === 'failed' || message.status === 'undelivered';
  return h(
    `div.bubble.${message.direction === 'in' ? 'received' : 'written'}`,
    { class: failed ? 'failed' : '' },
    h('p', null, message.body),
    h(
      'small',
      null,
      time(at, reader),
      message.direction === 'in'
        ? ` · ${statusMarks[message.status] ?? ''} ${status.startsWith('status.') ? message.status : status}`
        : null,
      message.errorCode ? ` · ${t('phone.error', { code: message.errorCode })}` : null,
    ),
  );
}

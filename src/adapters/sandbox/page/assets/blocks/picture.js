import { fileUrl } from '../api.js';
import { h } from '../dom.js';
import { openLightbox } from '../views/lightbox.js';
import { t } from '../words.js';

/** The address below this origin, or null for a picture that would have to be fetched from outside. */
function local(url) {
  if (!url || !URL.canParse(url, location.href)) return null;
  const target = new URL(url, location.href);
  // The workspace may call itself 127.0.0.1 where the browser says localhost.
  const same = target.port === location.port && loopback.test(target.hostname);
  if (target.origin === location.origin || same) return target.pathname + target.search;
  return target.protocol === 'data:' ? url : null;
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * An image of a block. Only what the sandbox itself serves is loaded: a picture from the internet
 * is named and not fetched, since nothing leaves the machine.
 */
export function picture(image, { small = false } = {}) {
  const named = image.slack_file ? fileUrl(image.slack_file) : image.image_url;
  const size = small ? 'small' : '';
  const url = local(named);
  if (!url) return placeholder(image, named, size);
  const node = h('img', {
    class: size,
    src: url,
    alt: image.alt_text ?? '',
    loading: small ? null : 'lazy',
  });
  node.addEventListener('error', () => node.parentElement?.replaceWith(broken(image)));
  if (small) return h('span.tiny-picture', null, node);
  return h(
    'button.picture',
    {
      type: 'button',
      'aria-label': t('image.enlarge', { alt: image.alt_text ?? '' }),
      onclick: () => openLightbox(url, image.alt_text ?? ''),
    },
    node,
  );
}

function placeholder(image, url, size) {
  return h(
    'span.picture-missing',
    { class: size, role: 'img', 'aria-label': image.alt_text ?? '', title: url ?? '' },
    size ? '▧' : [h('span', null, image.alt_text ?? ''), h('small', null, t('image.outside'))],
  );
}

const broken = (image) =>
  h(
    'span.picture-missing',
    { role: 'img', 'aria-label': image.alt_text ?? '' },
    h('span', null, image.alt_text ?? ''),
    h('small', null, t('image.broken')),
  );

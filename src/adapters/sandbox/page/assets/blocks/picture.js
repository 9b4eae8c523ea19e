import { fileUrl } from '../api.js';
import { h } from '../dom.js';
import { openLightbox } from '../views/lightbox.js';
import { t } from '../words.js';

const here = (url) => {
  const target = new URL(url, location.href);
  return target.origin === location.origin || target.protocol === 'data:';
};

/**
 * An image of a block. Only what the sandbox itself serves is loaded: a picture from the internet
 * is named and not fetched, since nothing leaves the machine.
 */
export function picture(image, { small = false } = {}) {
  const url = image.slack_file ? fileUrl(image.slack_file) : image.image_url;
  const size = small ? 'small' : '';
  if (!url || !URL.canParse(url, location.href) || !here(url)) return placeholder(image, url, size);
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

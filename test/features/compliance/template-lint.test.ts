import { describe, expect, it } from 'vitest';
import { lintTemplate } from '../../../src/features/compliance/index.ts';
import type { Channel } from '../../../src/shared/channel.ts';

const codes = (template: string, channel: Channel = 'sms') =>
  lintTemplate(template, { channel }).map(({ code }) => code);

const good = 'Olá {{firstName}}! Ofertas Fly2Any para o Brasil. Responda PARE para sair.';

it('finds nothing in a text that says who writes and how to stop', () => {
  expect(lintTemplate(good)).toEqual([]);
});

describe('the brand', () => {
  it.each(['FLY2ANY: ', 'fly 2 any - ', 'Fly2Any ✈️ '])('is found in %j', (text) => {
    expect(codes(`${text}Reply STOP to opt out`)).toEqual([]);
  });
  it('is missed, and named', () => {
    expect(lintTemplate('Oferta! Responda PARE para sair')).toEqual([
      { code: 'brand-missing', severity: 'error', values: { brand: 'Fly2Any' } },
    ]);
  });
  it('is not found in a token', () => {
    expect(codes('{{fly2any}} Reply STOP to opt out')).toEqual(['brand-missing']);
  });
});

describe('how to stop', () => {
  it.each([
    'Reply STOP to opt out',
    'reply with "stop" to unsubscribe',
    'STOP=sair',
    'SAIR p/ cancelar',
    'responda sair para não receber',
    'Envie CANCELAR para parar',
    'Text quit to stop',
  ])('is said by %j', (text) => {
    expect(codes(`Fly2Any oferta. ${text}`)).toEqual([]);
  });
  it.each([
    'Não pare de sonhar!',
    'Voo nonstop para o Rio',
    'THE WEEKEND SALE',
    'Responda SIM para detalhes',
    '{{STOP}}',
    'NÃO PARE DE SONHAR',
  ])('is not said by %j', (text) => {
    const upper = text === text.toUpperCase() && !text.includes('{');
    expect(codes(`${upper ? 'FLY2ANY' : 'Fly2Any oferta'} ${text}`)).toEqual(['opt-out-missing']);
  });
  it('is a key in a call', () => {
    expect(codes('Fly2Any. Aperte 9 para não receber mais ligações.', 'call')).toEqual([]);
    expect(codes('Fly2Any. Press 9 to stop these calls.', 'call')).toEqual([]);
    expect(codes('Fly2Any. Responda PARE.', 'call')).toEqual(['opt-out-missing']);
  });
});

describe('link shorteners', () => {
  it.each(['bit.ly/abc', 'https://bit.ly/abc', 'www.tinyurl.com/x', 'HTTP://T.CO/1'])(
    '%s is refused',
    (link) => {
      expect(codes(`${good} ${link}`)).toEqual(['shortener']);
    },
  );
  it.each([
    'https://fly2any.com/bit',
    'https://rabbit.ly.example.com/x',
    'tidbit.ly/x',
    'https://t.com/x',
    'fit.company',
  ])('%s is not one', (link) => {
    expect(codes(`${good} ${link}`)).toEqual([]);
  });
});

it('knows that WhatsApp marketing is not delivered to US numbers', () => {
  expect(codes(good, 'whatsapp')).toEqual(['whatsapp-marketing']);
});

import type { consent as en } from '../en/consent.ts';

export const consent: Record<keyof typeof en, string> = {
  'refusal.consent.attestation-incomplete':
    'A declaração sobre o consentimento está incompleta. Preencha os campos marcados.',
  'refusal.consent.attestation-seller':
    'Informe a empresa a quem as pessoas deram o consentimento, por exemplo “Fly2Any Travel LLC”.',
  'refusal.consent.attestation-channels':
    'Escolha o que o consentimento cobre: mensagens de texto, WhatsApp ou ambos.',
  'refusal.consent.attestation-text-kept':
    'Diga onde está guardado o texto que as pessoas aceitaram, para que possa ser mostrado.',
  'refusal.consent.attestation-undated-given-by':
    'Informe o dia como ano-mês-dia, por exemplo 2026-03-31, ou deixe em branco.',
  'refusal.consent.attestation-undated-ahead':
    'Esse dia ainda não chegou. Informe um dia até o qual todos tinham aceitado, no máximo hoje.',
};

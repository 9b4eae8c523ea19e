import type { validation as en } from '../en/validation.ts';

export const validation: Record<keyof typeof en, string> = {
  'refusal.validation.provider-unavailable':
    'A verificação de números ({provider}) não responde agora. Ela continua sozinha; nada foi cobrado duas vezes.',
  'refusal.validation.provider-refused':
    'A verificação de números ({provider}) recusa a nossa chave. Peça a um administrador que confira e comece de novo; o que já foi verificado fica.',
  'refusal.validation.nothing-to-check':
    'Todos os números desta seleção foram verificados nos últimos 90 dias. Escolha outros.',
  'refusal.validation.plan-changed':
    'Agora há {count, number} números para verificar, por no máximo US$ {cost}: mais do que você aprovou. Veja os novos valores e confirme de novo.',
  'refusal.validation.batch-unknown':
    'Esta verificação não existe mais. Comece outra com `/contacts validate`.',
  'refusal.validation.batch-busy':
    'Esta verificação está em andamento agora. Tente de novo em um minuto.',
  'refusal.validation.budget-reached':
    'O orçamento aprovado acabou. O que foi verificado fica; comece outra verificação para o resto.',
  'refusal.validation.stopped':
    'Alguém parou esta verificação. O que foi verificado fica; comece outra para o resto.',
};

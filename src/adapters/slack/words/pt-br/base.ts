import type { base as en } from '../en/base.ts';

export const base: Record<keyof typeof en, string> = {
  'base.broken':
    'Algo falhou do nosso lado. Referência `{reference}`: informe a um administrador se acontecer de novo.',
  'base.loading-title': 'Um momento',
  'base.loading': 'Processando…',
  'base.done-title': 'Pronto',
  'base.done': 'Pronto. Você já pode fechar esta janela.',
  'base.error-title': 'Não deu certo',
  'base.close': 'Fechar',
  'base.cancel': 'Cancelar',
  'base.back': 'Voltar',
  'base.not-now': 'Agora não',
  'base.outdated-button':
    'Este botão é de uma versão antiga do aplicativo. Abra `/fly` e comece por lá.',
  'base.outdated-form':
    'Este formulário é de uma versão antiga do aplicativo. Abra `/fly` e comece por lá.',
  'base.unknown-word': 'Não conheço `{command} {word}`.',
  'base.nearest': 'Você quis dizer `{command} {nearest}`?',
  'base.help-title': 'O que {command} faz',
  'base.help-hint': 'Digite um comando em qualquer lugar do Slack, por exemplo `{example}`.',
  'base.shown-only-to-you': 'Só você vê esta mensagem.',
  'base.previous-page': 'Página anterior',
  'base.next-page': 'Próxima página',
  'refusal.form.metadata': 'Este formulário perdeu a referência. Feche e abra de novo.',
  'refusal.form.too-late':
    'Demorou demais, e o Slack não abre mais a janela. Nada foi alterado: faça mais uma vez.',
  'refusal.invalid': 'Algo neste pedido não é válido. Confira e tente de novo.',
  'refusal.not-found': 'Isto não existe mais. Abra `/fly` para ver o que há agora.',
  'refusal.forbidden':
    'Você não pode fazer isto. Fale com um administrador do aplicativo (`/fly help` diz quem).',
  'refusal.conflict': 'Isto foi alterado enquanto isso. Abra de novo e veja o estado atual.',
  'refusal.unavailable':
    'Um serviço de que precisamos não está respondendo. Tente de novo em um minuto.',
};

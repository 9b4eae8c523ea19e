import type { contactRecovery as en } from '../en/contact-recovery.ts';

export const contactRecovery: Record<keyof typeof en, string> = {
  'refusal.contacts.import-changed':
    'Outras listas foram importadas ou desfeitas depois que estes números de *{file}* foram contados. Eles estão sendo contados de novo: veja os números novos nas suas mensagens com este aplicativo e confirme lá outra vez.',
  'refusal.contacts.import-counting':
    'Os números de *{file}* estão sendo contados agora. Chegam em instantes: veja-os e confirme outra vez.',
  'refusal.contacts.scrub-date':
    'Esse dia não existe. Informe o dia em que a lista foi comparada com o registro, como aaaa-mm-dd.',
  'refusal.bulk.undo-newer-first':
    'Uma ação posterior mudou os mesmos contatos: {action, select, segment {segmento} tag {etiqueta posta} other {etiqueta tirada}} *{word}*, de <@{by}>. Primeiro desfaça aquela, depois esta: assim todos recebem de volta o que tinham. Nada foi alterado.',
  'contacts.undo.kept':
    '{n, plural, one {# contato fica, porque escreveu ou foi editado desde então} other {# contatos ficam, porque escreveram ou foram editados desde então}}',
  'contacts.undo.stays': 'Quem escreveu ou foi editado desde então fica.',
  'contacts.undo.working':
    'A importação de *{file}* está sendo desfeita: tudo ou nada. Uma lista longa leva até um minuto; o resultado aparece aqui.',
  'refusal.validation.stopped-by-you':
    'Você parou esta verificação. O que já foi verificado fica guardado; comece outra para o resto.',
};

import type { contactImports as en } from '../en/contact-imports.ts';

export const contactImports: Record<keyof typeof en, string> = {
  'contacts.field.area_code': 'Código de área',
  'contacts.field.consent_source': 'Onde o consentimento foi dado',
  'contacts.reject.phone-excel-date':
    'O Excel transformou o número em data, ou há uma data na coluna de telefone. Pegue o número da lista original e formate a coluna como texto.',
  'contacts.reject.phone-excel-zeros':
    'O Excel entendeu o número como 203,55501 e tirou os zeros do fim. Pegue o número da lista original e formate a coluna como texto.',
  'contacts.kind.contacts': 'Contatos',
  'contacts.kind.opt-out': 'Descadastrados (ninguém pode escrever para eles)',
  'contacts.kind.dnc-national': 'Lista nacional “não me ligue” (DNC)',
  'contacts.kind.dnc-state': 'Lista estadual “não me ligue” (DNC)',
  'contacts.kind.litigator': 'Litigantes conhecidos',
  'contacts.kind.line': 'Entendi que é: *{kind}*',
  'contacts.kind.scrubbed': 'Comparada com o registro em {day}',
  'contacts.kind.scrubbed-national':
    'Comparada com o registro em {day}; vale por {days} dias, até {until}',
  'contacts.kind.scrub-over':
    ':warning: Comparada com o registro em {day}: valia até {until}. Baixe uma lista mais nova.',
  'contacts.kind.list-note':
    'Ninguém mais escreve para os números desta lista, não importa o que diga qualquer outra lista, agora ou depois.',
  'contacts.kind.ask': 'O que é este arquivo?',
  'contacts.kind.ask-day': 'Quando foi comparado com o registro?',
  'contacts.kind.ask-day-hint': 'Para listas “não me ligue”. Sem um dia, vale hoje.',
  'contacts.list.count.created': 'Números proibidos agora',
  'contacts.list.count.merged': 'Já proibidos ou repetidos',
  'contacts.list.count.changed': 'Contatos que ela silencia',
  'contacts.list.count.rejected': 'Linhas rejeitadas',
  'contacts.list.confirm': 'Proibir {numbers, plural, one {# número} other {# números}}',
  'contacts.confirm.title': 'Importar esta lista?',
  'contacts.confirm.list':
    '{created, plural, =0 {Nenhum número novo fica proibido} one {# número fica proibido} other {# números ficam proibidos}}{merged, plural, =0 {} one {, # já estava} other {, # já estavam}}{changed, plural, =0 {} one {, # contato deixa de receber mensagens} other {, # contatos deixam de receber mensagens}}{rejected, plural, =0 {} one {, # linha é rejeitada} other {, # linhas são rejeitadas}}.',
  'contacts.confirm.contacts':
    '{created, plural, =0 {Nenhum contato novo} one {# contato novo} other {# contatos novos}}{merged, plural, =0 {} one {, # linha mesclada} other {, # linhas mescladas}}{rejected, plural, =0 {} one {, # linha rejeitada} other {, # linhas rejeitadas}}, {consent, plural, =0 {ninguém} other {#}} com consentimento.',
  'contacts.confirm.yes': 'Importar',
  'contacts.progress.left':
    '{seconds, plural, =0 {} other {· faltam cerca de {minutes, plural, =0 {{seconds, number} s} other {# min}}}}',
  'contacts.undo.button': 'Desfazer esta importação',
  'contacts.undo.title': 'Desfazer a importação?',
  'contacts.undo.deleted': '{n, plural, one {# contato é apagado} other {# contatos são apagados}}',
  'contacts.undo.restored':
    '{n, plural, one {# contato recebe} other {# contatos recebem}} de volta os valores anteriores',
  'contacts.undo.lifted':
    '{n, plural, one {# número fica liberado} other {# números ficam liberados}}',
  'contacts.undo.nothing': 'nada mais tinha mudado',
  'contacts.undo.text': '{what}. Os consentimentos que vieram com ela deixam de valer.',
  'contacts.undo.text-list': '{what}. Números que outra lista também proíbe continuam proibidos.',
  'contacts.undo.confirm': 'Desfazer',
  'contacts.undo.done-title': 'Importação desfeita',
  'contacts.undo.done':
    '*{file}* foi desfeita: {what}. Os consentimentos dela não valem mais; continuam no registro. Para importar de novo: `/contacts import`.',
  'contacts.undo.done-list':
    '*{file}* foi desfeita: {what}. Números que outra lista também proíbe continuam proibidos. Para importar de novo: `/contacts import`.',
  'contacts.undo.until':
    'Você pode desfazer esta importação por {hours} horas, enquanto ninguém dela receber mensagem.',
  'refusal.contacts.undo-too-late':
    'A importação de *{file}* terminou há mais de {hours} horas e não pode mais ser desfeita. Corrija os contatos um a um, ou importe uma lista corrigida.',
  'refusal.contacts.undo-newer-first':
    'A lista *{newer}* foi importada depois e tem os mesmos contatos. Desfaça primeiro aquela importação, depois *{file}*.',
  'refusal.contacts.undo-sent':
    '{people, plural, one {# contato} other {# contatos}} de *{file}* já {people, plural, one {está} other {estão}} em uma campanha enviada ou que espera para ser. A importação não pode mais ser desfeita; cancele a campanha que ainda espera e tente de novo.',
  'refusal.contacts.import-undone':
    'A importação de *{file}* foi desfeita. Envie o arquivo de novo com `/contacts import`.',
  'refusal.contacts.scrub-date-ahead':
    'Esse dia ainda não chegou. Escolha o dia em que a lista foi comparada com o registro.',
};

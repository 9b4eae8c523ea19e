import type { contactBulk as en } from '../en/contact-bulk.ts';

export const contactBulk: Record<keyof typeof en, string> = {
  'contacts.help.bulk':
    'Fazer algo com todos que combinam: segmento, etiqueta, campanha, validação, exportação, descadastro.',
  'contacts.help.segment': 'Colocar todos que combinam em um segmento.',
  'contacts.help.export': 'Todos que combinam em um arquivo CSV ou Excel, nas suas mensagens.',
  'bulk.title': 'Muitos contatos de uma vez',
  'bulk.chosen':
    '*{n, plural, one {# contato} other {# contatos}}* {typed, select, none {ao todo} other {para `{typed}`}}. O que fazer com eles?',
  'bulk.chosen-hint':
    'Nada acontece antes de você ver os números e confirmar. Restrinja com as mesmas palavras de `/contacts find`: `/contacts bulk estado:CT,FL segmento:familias etiqueta:vip pontos:70-90`',
  'bulk.begin.segment': 'Segmentar',
  'bulk.begin.tag': 'Pôr etiqueta',
  'bulk.begin.untag': 'Tirar etiqueta',
  'bulk.begin.campaign': 'Pôr em campanha',
  'bulk.begin.validate': 'Validar',
  'bulk.begin.export': 'Exportar',
  'bulk.begin.opt-out': 'Descadastrar',
  'bulk.next': 'Avançar',
  'bulk.segment': 'Segmento',
  'bulk.segment-hint': 'Cada pessoa tem um segmento. Vazio: geral.',
  'bulk.tag': 'Etiqueta',
  'bulk.untag': 'Tag a tirar',
  'bulk.format': 'Tipo de arquivo',
  'bulk.format-csv': 'CSV',
  'bulk.format-csv-hint': 'Para outros programas e para importar de novo',
  'bulk.format-xlsx': 'Excel (.xlsx)',
  'bulk.format-xlsx-hint': 'Números, datas e telefones como o Excel espera',
  'bulk.review': 'Conferir e confirmar',
  'bulk.review.segment':
    'Colocar *{n, plural, one {# contato} other {# contatos}}* no segmento *{word}*. {already, plural, =0 {Nenhum está nele ainda.} one {# já está nele.} other {# já estão nele.}}',
  'bulk.review.tag':
    'Dar a *{n, plural, one {# contato} other {# contatos}}* a etiqueta *{word}*. {already, plural, =0 {Nenhum a tem ainda.} one {# já a tem.} other {# já a têm.}}',
  'bulk.review.untag':
    'Tirar a etiqueta *{word}* de *{n, plural, one {# contato} other {# contatos}}*. {already, plural, =0 {Todos a têm.} one {# não a tem.} other {# não a têm.}}',
  'bulk.review.opt-out':
    'Descadastrar *{n, plural, one {# contato} other {# contatos}}* de tudo: SMS, WhatsApp e voz. {already, plural, =0 {Nenhum saiu ainda.} one {# já saiu.} other {# já saíram.}} {waiting, plural, =0 {Nenhuma mensagem espera por eles.} one {# mensagem que espera não é enviada.} other {# mensagens que esperam não são enviadas.}}',
  'bulk.review.export':
    'Escrever *{n, plural, one {# contato} other {# contatos}}* em {word, select, xlsx {uma pasta do Excel} other {um arquivo CSV}}. {full, select, yes {Os telefones saem completos, porque você é administrador.} other {Os telefones saem mascarados; só um administrador os recebe completos.}} O arquivo chega nas suas mensagens com este aplicativo e é apagado depois de 24 horas.',
  'bulk.nothing-title': 'Nada a mudar',
  'bulk.nothing.segment':
    '{n, plural, one {Este contato já está} other {Todos os # contatos já estão}} no segmento *{word}*. Não há nada a mudar.',
  'bulk.nothing.tag':
    '{n, plural, one {Este contato já tem} other {Todos os # contatos já têm}} a etiqueta *{word}*. Não há nada a mudar.',
  'bulk.nothing.untag':
    '{n, plural, one {Este contato não tem} other {Nenhum dos # contatos tem}} a etiqueta *{word}*. Não há nada a mudar.',
  'bulk.nothing.opt-out':
    '{n, plural, one {Este contato já saiu} other {Todos os # contatos já saíram}}. Não há nada a mudar.',
  'bulk.review-undo': 'Pode ser desfeito por 24 horas.',
  'bulk.review-no-undo':
    'Não dá para desfazer: quem é descadastrado volta um por um, com prova, na sua ficha.',
  'bulk.do.segment': 'Segmentar {n, number}',
  'bulk.do.tag': 'Etiquetar {n, number}',
  'bulk.do.untag': 'Desmarcar {n, number}',
  'bulk.do.opt-out': 'Descadastrar {n, number}',
  'bulk.do.export': 'Exportar {n, number}',
  'bulk.begun-title': 'Em andamento',
  'bulk.begun': 'O progresso e o resultado chegam nas suas mensagens com este aplicativo.',
  'bulk.progress.segment': 'Segmentando: {done, number} de {total, number}',
  'bulk.progress.tag': 'Etiquetando: {done, number} de {total, number}',
  'bulk.progress.untag': 'Tirando a etiqueta: {done, number} de {total, number}',
  'bulk.progress.opt-out': 'Descadastrando: {done, number} de {total, number}',
  'bulk.progress.export': 'Escrevendo o arquivo: {done, number} de {total, number}',
  'bulk.progress.undo': 'Desfazendo: {done, number} de {total, number}',
  'bulk.done.segment':
    '*{changed, plural, one {# contato está} other {# contatos estão}} agora no segmento {word}*{same, plural, =0 {.} one {; # já estava nele.} other {; # já estavam nele.}}',
  'bulk.done.tag':
    '*{changed, plural, one {# contato tem} other {# contatos têm}} agora a etiqueta {word}*{same, plural, =0 {.} one {; # já a tinha.} other {; # já a tinham.}}',
  'bulk.done.untag':
    '*A etiqueta {word} saiu de {changed, plural, one {# contato} other {# contatos}}*{same, plural, =0 {.} one {; # não a tinha.} other {; # não a tinham.}}',
  'bulk.done.opt-out':
    '*{changed, plural, one {# contato foi descadastrado} other {# contatos foram descadastrados}} de tudo*{same, plural, =0 {.} one {; # já tinha saído.} other {; # já tinham saído.}}',
  'bulk.done-skipped':
    '{n, plural, one {# contato ficou} other {# contatos ficaram}} de fora: os dados foram apagados nesse meio-tempo.',
  'bulk.undo': 'Desfazer',
  'bulk.undo-title': 'Desfazer isto?',
  'bulk.undo-text':
    '{n, plural, one {# contato recebe} other {# contatos recebem}} de volta o que havia antes, menos onde alguém editou desde então.',
  'bulk.undo-until': 'Pode ser desfeito até {until}.',
  'bulk.undone':
    '*{undone, plural, =0 {Nada foi desfeito} one {Desfeito para # contato} other {Desfeito para # contatos}}*. {kept, plural, =0 {Ninguém os tinha editado desde então.} one {# foi editado desde então e fica como está.} other {# foram editados desde então e ficam como estão.}}',
  'bulk.failed': 'Isto não deu certo: {why}',
  'bulk.file-ready':
    '*O seu arquivo está pronto*: {n, plural, one {# contato} other {# contatos}}, {full, select, yes {telefones completos} other {telefones mascarados}}. Ele está na conversa desta mensagem e é apagado em {until}.',
  'bulk.file-again': 'Enviar o arquivo de novo',
  'bulk.file-comment': 'A exportação que você pediu. Apagada em {until}.',
  'bulk.file-sent': 'O arquivo está na conversa da mensagem.',
  'bulk.file-expired':
    'A exportação de {n, plural, one {# contato} other {# contatos}} foi apagada depois do seu dia. `/contacts export` faz uma nova.',
  'bulk.column.name': 'Nome',
  'bulk.column.phone': 'Telefone',
  'bulk.column.state': 'Estado',
  'bulk.column.city': 'Cidade',
  'bulk.column.zip': 'ZIP',
  'bulk.column.segment': 'Segmento',
  'bulk.column.tags': 'Etiquetas',
  'bulk.column.line-type': 'Linha',
  'bulk.column.carrier': 'Operadora',
  'bulk.column.score': 'Pontuação',
  'bulk.column.consent-sms': 'Consentimento SMS',
  'bulk.column.consent-whatsapp': 'Consentimento WhatsApp',
  'bulk.column.opted-out-at': 'Saiu em',
  'bulk.column.last-contact-at': 'Última mensagem',
  'bulk.column.last-reply-at': 'Última resposta',
  'bulk.column.created-at': 'Na lista desde',
  'bulk.campaign-draft': 'Rascunho de campanha',
  'bulk.campaign-new': 'Um rascunho novo',
  'bulk.campaign-name': 'Nome de um rascunho novo',
  'bulk.campaign-name-hint': 'Só para um novo.',
  'bulk.campaign-review':
    'O público de *{name}* passa a ser *{n, plural, one {# contato} other {# contatos}}*; pelas regras de hoje {reach, plural, =0 {nenhum deles pode ser alcançado} one {# deles pode ser alcançado} other {# deles podem ser alcançados}} por {channel, select, whatsapp {WhatsApp} call {voz} other {SMS}}. {before, select, yes {O que estava lá é substituído.} other {}}',
  'bulk.campaign-review-hint':
    'Quem faz parte é perguntado de novo quando a campanha é enviada para aprovação.',
  'bulk.campaign-do': 'Definir público',
  'bulk.campaign-next': 'O botão para continuar está nas suas mensagens com este aplicativo.',
  'bulk.campaign-done':
    'O público de *{name}* está definido: {n, plural, one {# contato} other {# contatos}}.',
  'bulk.validate-review':
    '*{n, plural, one {# número} other {# números}}* de {total, plural, one {# contato} other {# contatos}} sem resposta recente. Perguntar a {provider} custa *no máximo {cost}*. {simulated, select, yes {Simulado: ninguém de fora é perguntado.} other {}}',
  'bulk.validate-do': 'Validar {n, number}',
  'refusal.bulk.nobody':
    'Ninguém combina, então não há o que fazer. `/contacts find` mostra quem existe.',
  'refusal.bulk.unknown':
    'Esta escolha não existe mais. Escolha os contatos de novo com `/contacts bulk`.',
  'refusal.bulk.not-yours':
    'Isto foi começado por outra pessoa. Só ela ou um administrador pode continuar.',
  'refusal.bulk.order': 'Falta algo. Preencha o campo marcado.',
  'refusal.bulk.no-tag': 'Escreva uma etiqueta.',
  'refusal.bulk.no-name': 'Escreva um nome ou escolha um rascunho.',
  'refusal.bulk.changed':
    'Você viu {agreed, plural, one {# contato} other {# contatos}}, e agora {count, plural, one {combina #} other {combinam #}}. Nada foi alterado: escolha de novo com `/contacts bulk` e veja o novo número.',
  'refusal.bulk.undo-over':
    'Isto não pode mais ser desfeito: passou mais de um dia, ou já foi desfeito.',
  'refusal.bulk.busy': 'Alguém está trabalhando exatamente nisto agora. Continua sozinho.',
  'refusal.bulk.interrupted': 'Foi interrompido e continua sozinho daqui a um minuto.',
  'refusal.bulk.file-gone':
    'Este arquivo só ficou guardado um dia. Faça outro com `/contacts export`.',
};

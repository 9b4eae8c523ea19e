import type { contactFiles as en } from '../en/contact-files.ts';

export const contactFiles: Record<keyof typeof en, string> = {
  'refusal.contacts.file-too-involved':
    'A planilha *{file}* é grande ou complexa demais para abrir aqui. No Excel, salve a aba com os contatos como “CSV UTF-8” e envie esse arquivo.',
  'refusal.contacts.file-cell-too-long':
    'No arquivo *{file}*, uma célula {row, plural, =0 {} other {da linha {row, number} }}é longa demais para uma lista de contatos. Esvazie ou encurte a célula e envie o arquivo de novo.',
  'refusal.contacts.file-too-wide':
    'O arquivo *{file}* tem {columns, number} colunas; dá para ler no máximo {limit, number}. Apague as colunas que não são sobre os contatos e envie de novo.',
  'contacts.preview.more-columns':
    'E mais {left, plural, one {# coluna que não é usada} other {# colunas que não são usadas}}.',
  'contacts.preview.header-at':
    ':information_source: Entendi {lines, plural, one {a linha {row, number}} other {as linhas {row, number} e {last, number}}} como cabeçalho{above, plural, =0 {} other {; o que está acima fica de fora}}.',
  'contacts.preview.one-sheet':
    ':warning: Só a aba *{read}* é lida. Outras abas também têm linhas{more, plural, =0 {} one { (e mais # aba)} other { (e mais # abas)}}; para importar, salve cada uma como um arquivo:',
  'contacts.preview.other-sheet': '• *{name}*: {rows, plural, one {# linha} other {# linhas}}',
  'contacts.mapping.left':
    'Aqui não {left, plural, one {cabe mais # coluna} other {cabem mais # colunas}}. Se uma delas for necessária, apague colunas que não são sobre os contatos.',
  'contacts.count.unreadable-date':
    ':warning: Com data de consentimento que não dá para ler ou no futuro: *{rows, number}*. {rows, plural, one {Essa linha fica} other {Essas linhas ficam}} sem consentimento, e ninguém pode responder por {rows, plural, one {ela} other {elas}}: corrija a data no arquivo e importe de novo.',
};

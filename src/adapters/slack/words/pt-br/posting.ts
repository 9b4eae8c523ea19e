import type { posting as en } from '../en/posting.ts';

export const posting: Record<keyof typeof en, string> = {
  'refusal.posting.slack':
    'O Slack não aceitou a mensagem por muito tempo. Ela será tentada de novo; nada é publicado duas vezes.',
  'refusal.posting.busy':
    'Esta mensagem está sendo publicada agora mesmo. Tente de novo em um minuto; nada é publicado duas vezes.',
  'refusal.posting.channel':
    'O aplicativo não pode publicar no canal `{channel}` (o Slack diz `{code}`). Convide-o com `/invite` ou peça a quem cuida deste aplicativo que defina outro canal, e tente de novo.',
};

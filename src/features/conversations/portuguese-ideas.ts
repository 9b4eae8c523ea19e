import { phrases } from './phrase.ts';

const groups = {
  no: 'nao|n|nem|nunca|jamais',
  send: 'mand\\S+|envi\\S+|lig(?:ar|ue|uem|a|am|ando)|chama\\S*|chame\\S*|contat\\S+|perturb\\S+|incomod\\S+|escrev\\S+|insist\\S+|procur(?:ar|e|em|a)|disparar',
  msg: 'mensage[mn]s?|msgs?|sms|propagandas?|promocao|promocoes|promos?|ofertas?|ligac\\S+|publicidade|spam|isso|disso|isto|nada|essas coisas|esse tipo|divulgac\\S+|notificac\\S+|torpedos?|anuncios?|marketing',
  out: 'sair|parar|cancelar|nao receber|me descadastrar|descadastrar|remover|bloquear|parar isso|sair disso|sair daqui|sair dessa|sair dessa lista|sair da lista|pararem|me tirar\\S*|me remover\\S*|sumir\\S*',
  number: 'numero|num|telefone|celular|chip|linha|contato|zap|whats\\S*|fone',
};

/** What a person says who wants out, by the idea and not by the word; as in english-ideas.ts. */
export const portugueseIdeas = phrases(groups, [
  '(?:me|nos) (?:tir[ae]m?|tirar|tirassem?|exclu\\S+|remov\\S+|retir\\S+|apag\\S+|delet\\S+|desvincul\\S+) (?:d[aeo]s?|dess[ae]s?|dest[ae]s?|disso|disto|dai|daqui)(?: (?!duvida|reserva|voo|passagem|viagem|foto)\\S+){0,3}$',
  '(?:palavra|codigo|digito|mando|escrevo|respondo|aperto|digitar|mandar|escrever|faco|fazer|preciso|tenho que|responder|falar|jeito|forma|maneira|opcao|onde)(?: \\S+){0,4} (?:pra|para|de|p) (?:{out})(?: (?:isso|disso|daqui|dessa|desse|essas?|de (?:me|receber|mandar|enviar)|com (?:isso|essas?)|por favor|lista|mensage\\S+))*$|(?:quantas vezes|mil vezes|toda vez|de novo|outra vez)(?: \\S+){0,5} (?:{out}|pare|parem|nao quero)(?: .*)?',
  '(?:{no})(?: \\S+)? (?:precis[ao]m?|necessit\\S+|adianta|e preciso|e pra|e para|tem que|tem porque)(?: (?:mais|ficar|me|nos|voces?|vcs?))* (?:{send})(?: (?:mais|nada|me|{msg}|por favor|obrigad\\S|viu|ta|nao))*$|(?:{no}) (?:preciso|quero|queria|curto|gosto|aguento|suporto|tolero|aceito|desejo|faco questao)(?: (?:mais|de|saber|ver|ler|ouvir|falar|que|ter|ficar|ser|nem|receber|recebendo))* (?:{msg})(?: (?:de|das|dos|no|nas|vcs|voces|por).*)?(?: (?:nao|mais|por favor|obrigad\\S|ta|viu))*$',
  '(?:{no}) (?:curto|gosto|aguento|suporto|quero|pretendo|faco questao)(?: (?:mais|de|muito|ficar))* (?:receb\\S+)(?: .*)?|(?:{no}) (?:quero|queria)(?: mais)? saber(?: mais)? (?:de|disso|nada)(?: (?!pre[cs]o)\\S+){0,3}$',
  '(?:zero|nenhum|falta de|sem o menor|sem nenhum) interesse|(?:{no}) (?:me |nos )?interess\\S+(?: (?:nao|mais|nem um pouco|em nada|nada))*$',
  'aqui (?:e|eh|quem fala e) (?:outra|outro|uma|um) (?:pessoa|numero|dono|dona|empresa)(?: .*)?|(?:se|vcs|voces?|vc) (?:enganou|enganaram|confundi\\S+|engan\\S+)(?: .*)?|(?:{no}) (?:sou|e|eh) (?:quem|a pessoa|o dono|a dona|ess[ae] (?:pessoa|numero)|mais del[ea]|o? ?meu nome)(?: .*)?|(?:{no}) (?:lembro|recordo)(?: de)?(?: ter)? (?:dado|passado|pedido|autorizado|assinado|cadastrad\\S|dei|passei)(?: .*)?|(?:{number}) (?:e|eh|foi|ta|esta|agora e|hoje e|era)(?: \\S+){0,2} (?:de outra pessoa|de outro dono|comercial|da empresa|d[ao] (?:escola|consultorio|hospital|loja|trabalho|igreja|clinica|firma)|errad\\S|outro dono|de crianca)(?: .*)?|(?:outra|outro) (?:pessoa|dono|dona) (?:usa|usando|agora|com|tem)(?: .*)?',
  '(?:abrir|entrar com|mover|fazer|registrar)(?: \\S+){0,2} (?:processo|acao|reclamacao|denuncia|boletim|queixa)(?: .*)?|(?:delegacia|policia|reclame aqui|justica|tribunal|advogad\\S)(?: .*)?|lixo eletronico|assedio|invasao de privacidade|(?:quem|nao|nunca)(?: \\S+){0,2} (?:autoriz\\S+|permiti\\S+|consent\\S+)(?: .*)?',
  '(?:para|pare|parem|chega|basta|deu|cansei|farto|cheio|cheia|cansad\\S|saturad\\S)(?: (?:de|com|d|dess[ae]s?|dess[ae]|tanta|tantas|tanto|essa|esse|a|as|o|os|suas?|receber))+ (?:{msg})(?: .*)?|(?:tira|tire|tirem|apaga|apague|exclua|exclui|remova|remove|retire|retira|deleta|delete|limpa|risca)(?: (?:por favor|ai|logo|ja|o|a|os|esse|este|meus?|minhas?|nosso|todos))+ (?:{number}|dados|nome|cadastro|registro|informacoes)(?: .*)?',
  '(?:{no}) (?:me )?(?:inclu\\S+|adicion\\S+|coloc\\S+|poe|poem|coloqu\\S+|bot\\S+|ponh\\S+)(?: \\S+){0,3} (?:lista|grupo|transmissao|disparo\\S*)(?: .*)?|(?:sem|dispenso|evite|evitem|proibido|pare com|chega de|nada de) (?:{msg}|contato|ligar|mandar|enviar)(?: .*)?',
]);

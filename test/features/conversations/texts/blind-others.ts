/** As in blind-opt-outs.ts. */
// biome-ignore format: a list of texts
export const blindHelps = [
  "help", "HELP", "Help!", "help me", "info", "INFO", "help please", "Need help", "I need help", "ajuda",
  "AJUDA", "Ajuda por favor", "preciso de ajuda", "me ajuda", "pode me ajudar?", "me ajuda por favor", "Can you help me?", "can someone help me", "could you help me please", "ayuda",
  "AYUDA", "necesito ayuda", "information", "informação", "informações", "info please", "hlep", "halp", "socorro", "i need some help",
  "I need assistance", "support", "suporte", "help pls", "help!!!", "Preciso de ajuda com isso", "quero ajuda", "how do i get help", "get help", "Help?",
  "HELP HELP", "helpp", "Help, please", "pls help me", "I need your help", "we need help", "Can anyone help", "could someone help me?", "Can you please help me", "Would you help me",
  "hi, I need help", "Hello help", "ok help", "INFO.", "INFO PLEASE", "Info plz", "info?", "HELP INFO", "Ajuda?", "ajuda pf",
  "ajuda aí", "Me ajudem", "me ajuda aí", "ajude-me", "alguém me ajuda", "alguém pode me ajudar?", "Oi, preciso de ajuda", "Olá, pode me ajudar?", "boa tarde, preciso de uma ajuda", "quero ajuda por favor",
  "vcs podem me ajudar?", "Poderia me ajudar por favor?", "necessito de ajuda", "ayuda por favor", "me puede ayudar", "me pueden ayudar?", "ayúdenme", "support please", "i need support", "ajudaa",
  "HELP ME!!", "help me plz", "i need help please", "need assistance", "Hello, can you help me?", "can u help", "help info", "Info", "INFO please", "more help",
  "HELP?", "please assist", "I would like some help", "can you help us", "ajuda!", "AJUDA POR FAVOR", "Ajuda aqui", "alguém ajuda", "me ajuda?", "pode ajudar?",
  "podem ajudar", "gostaria de ajuda", "preciso de ajuda urgente", "oi me ajuda", "boa noite, preciso de ajuda", "socorro!!", "ayuda!!", "ayúdeme", "me ayuda por favor", "necesito ayuda por favor",
  "information please", "helo help", "help menu", "assistance please", "help pls!", "ajude",
] as const;

// biome-ignore format: a list of texts
export const blindOptIns = [
  "start", "START", "Start!", "unstop", "UNSTOP", "start please", "subscribe", "Subscribe me", "resubscribe", "re-subscribe me",
  "sign me up", "Sign me up please", "opt in", "OPT-IN", "optin", "I want to opt in", "voltar", "VOLTAR", "iniciar", "INICIAR",
  "começar", "comecar", "quero voltar a receber", "Quero receber de novo as promoções", "pode voltar a mandar", "quero voltar pra lista", "me coloca de volta na lista", "me adiciona de novo", "add me back", "add me back to the list please",
  "put me back on your list", "start texting me again", "start sending again", "I want to receive texts again", "Resume", "please resume messages", "inscrever", "quero me inscrever", "me cadastra", "cadastrar",
  "quero me cadastrar pra receber promoções", "I'd like to get your texts again", "me inscreve", "START!!", "Start again", "START TEXTS", "please restart", "UNSTOP me", "un-stop", "I want to start receiving messages again",
  "start my subscription", "Subscribe again", "subscribe to texts", "re subscribe", "I'd like to subscribe", "sign me back up", "sign me up for the deals", "sign up", "opt back in", "Opt me in",
  "I opt in", "yes opt me in", "optin please", "join list", "add me to the list", "Add my number to your list", "please add me again", "put me back in", "reactivate", "reactivate my number",
  "resume texts", "Voltar!", "quero voltar", "voltar a receber", "Quero voltar a receber ofertas", "quero receber mensagens", "quero receber as ofertas de vcs", "pode me mandar de novo as promoções", "podem voltar a enviar", "me coloca na lista",
  "me põe na lista de novo", "me adiciona na lista de transmissão", "me inclui na lista", "INSCREVER", "Iniciar por favor", "reativar meu cadastro", "cadastra meu número", "quero entrar na lista de promoções", "quiero suscribirme", "EMPEZAR",
  "quiero recibir mensajes otra vez", "Start please", "START ME", "re start", "restart texts", "Unstop please", "please unstop", "I want back in", "sign me up again", "resubscribe me please",
  "I want to subscribe again", "subscribe me to your texts", "please resubscribe", "opt me in please", "I'd like to opt back in", "opt-in please", "add me back please", "put me back on", "Add me to your text list", "join",
  "JOIN", "join the list", "I want to join your list", "please resume the messages", "start sending me texts again", "You can text me again", "I want to get texts again", "quero voltar a receber msg", "quero receber mensagem", "Quero receber promoções",
  "gostaria de receber as promoções", "gostaria de voltar a receber", "volta a me mandar as promoções", "voltem a mandar", "me coloque na lista", "me coloca no grupo", "me inscreve aí", "quero me cadastrar", "entrar na lista", "quiero volver a recibir",
  "suscribirme",
] as const;

// biome-ignore format: a list of texts
export const blindUnclears = [
  "cancel my trip", "Cancel my flight", "I need to cancel my booking", "Please cancel my reservation", "cancelar minha passagem", "quero cancelar minha viagem", "preciso cancelar minha reserva", "cancela a reserva", "Cancela minha passagem pfv", "cancel my order",
  "Cancel the hotel", "I'm done", "desisti", "desisti da viagem", "não vou mais", "não vou mais viajar", "Não quero mais a passagem", "não quero mais viajar", "don't want the ticket anymore", "hard pass",
  "forget it", "esquece", "deixa pra lá", "stop the booking", "stop my reservation", "pare a reserva", "he's deceased", "too many messages, I'm out", "não sou a Carla", "Aqui não é o Marcelo não",
  "muita mensagem, cansei", "cancela pra mim", "text me again, I unsubscribed by mistake", "saí da lista sem querer, me coloca de novo", "cancel my vacation", "Cancel the trip please", "I have to cancel my cruise", "we need to cancel our booking, my wife is sick", "please cancel reservation ABC123", "cancel both tickets",
  "cancel our tour", "cancel the second room", "how do I cancel my ticket?", "cancelar viagem", "Cancelar passagem", "quero cancelar meu pacote", "cancela meu voo de sexta", "Preciso cancelar a reserva do hotel", "pode cancelar a minha passagem por favor", "por favor cancelem a viagem, minha mãe tá doente",
  "cancelar el viaje", "quiero cancelar mi vuelo", "We don't want the package anymore", "não quero mais o pacote", "não vamos mais viajar", "desistimos da viagem", "desisti do pacote", "Forget it", "desisto", "How did you get this number?",
  "who gave u my number", "where'd you get my number", "Como conseguiram meu contato?", "quem passou meu número pra vcs?", "Why do I keep getting these?", "why am I getting this", "why r u texting me", "por que tô recebendo isso?", "pq vcs me mandam isso", "Too many messages",
  "you guys text a lot", "so many texts...", "vocês mandam muita mensagem", "muita msg", "don't text me while I'm at work", "don't call me at work", "não me liga de manhã", "text me less", "manda menos mensagem", "once a month is enough",
  "👎", "👎👎", "🙄", "😡", "wtf", "ugh", "que chato", "que chatice", "I'm not Bruno", "não sou o Bruno",
  "Not interested in cruises, only flights", "sem interesse em Orlando, quero Cancun", "não tenho interesse agora, talvez em 2027", "not interested in business class, economy please", "don't email, text me", "No Carla here", "droga de propaganda", "inferno de mensagem", "mensagem indesejada", "não é não",
  "o dono desse número morreu", "Aqui não tem nenhuma Sandra", "last warning", "I keep saying no", "how many times must i ask", "hell no", "i dont fly", "cancel my honeymoon trip", "please cancel my seat", "I need to cancel, my mom is in the hospital",
  "cancel reservation", "cancel the flight to Orlando", "I'd like to cancel my trip in March", "we have to cancel", "cancel my hotel please", "can you cancel my booking", "cancelar meu voo", "cancela minha viagem", "cancelar o hotel", "quero cancelar a passagem do meu filho",
  "preciso cancelar meu pacote", "vou ter que cancelar minha viagem", "tenho que cancelar", "não vou mais viajar, cancela", "não quero mais a viagem", "I don't want the trip anymore", "desistimos", "how did you get my info", "where did you get my number from", "Why are you texting me",
  "why do I get these messages", "quem te deu meu número", "como você tem meu número?", "por que estou recebendo essas mensagens?", "every single day?", "another text?", "de novo?", "again??", "so many messages lately", "mensagem todo dia",
  "vocês mandam mensagem todo dia", "less texts please", "menos mensagem", "don't text me so early", "não manda mensagem de noite", "não liga, só mensagem", "don't call me, text only", "😠", "esquece isso", "que saco",
  "I'm not Daniela", "não é a Daniela", "aqui não é a Rosana", "my mother died", "not interested in Cancun, what about Aruba", "sem interesse em Disney", "pqp de novo essa merda? para",
] as const;

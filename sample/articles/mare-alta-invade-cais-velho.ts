import type { SampleArticle } from '../article.ts';

export const article: SampleArticle = {
  outlet: 'o-faro',
  slug: 'mare-alta-invade-cais-velho',
  title: 'Maré alta invade o Cais Velho pela terceira vez este outono',
  author: 'Leonor Queirós',
  language: 'pt',
  kind: 'text',
  hoursBefore: 6,
  summary:
    'A água do rio voltou a entrar nas lojas do Cais Velho. O aviso chegou por mensagem quarenta minutos antes, mas só em inglês.',
  body: `
<p>A maré subiu de madrugada e, pouco depois das seis, a água do rio já corria entre as mesas do Café Navegante. É a terceira vez, desde setembro, que o Cais Velho acorda inundado. Desta vez chegou aos quarenta e dois centímetros, mais nove do que em outubro.</p>
<p>«Aprendi a pôr tudo em cima do balcão antes de me deitar», conta Fernanda Abrunhosa, que tem a mercearia da esquina há vinte e seis anos. «O que não consigo levantar é a arca.» A arca frigorífica avariou, e com ela perdeu-se o peixe encomendado para o almoço do lar de idosos.</p>
<h2>Um aviso que nem todos leram</h2>
<p>O município enviou uma mensagem para os telemóveis quarenta minutos antes da preia-mar. O texto vinha só em inglês. No cais, onde metade das famílias fala português em casa, houve quem pensasse que era publicidade.</p>
<p>«O meu pai tem oitenta anos e apagou a mensagem», diz Rui Casanova, estivador. «Foi a vizinha que lhe bateu à porta.» Nessa noite, os vizinhos levaram três pessoas acamadas para o primeiro andar da escola de música, que abriu as portas sem que ninguém lho pedisse.</p>
<p>A câmara municipal reconhece a falha. Um porta-voz garantiu ao nosso jornal que as próximas mensagens serão enviadas nas duas línguas, mas não indicou uma data. Quanto às comportas prometidas há dois anos para a foz do ribeiro, o concurso ficou deserto e será repetido na primavera.</p>
<h2>Sacos de areia e uma lista de nomes</h2>
<p>Os moradores não ficaram à espera. No sábado, cerca de setenta pessoas encheram quatrocentos sacos de areia e fizeram uma lista, guardada na padaria, de quem vive sozinho e em que andar. Cada nome tem ao lado o de um vizinho com chave.</p>
<p>A próxima maré viva está prevista para daqui a duas semanas. «Não pedimos milagres», resume Fernanda Abrunhosa. «Pedimos que nos avisem a tempo e que a gente perceba o aviso.»</p>
`,
};

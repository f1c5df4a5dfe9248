import type { SampleArticle } from '../article.ts';

export const article: SampleArticle = {
  outlet: 'o-faro',
  slug: 'orquestra-jovem-sede',
  title: 'Orquestra Jovem procura sede: «Ensaiamos onde houver luz»',
  author: 'Leonor Vasques',
  language: 'pt',
  kind: 'text',
  hoursBefore: 17,
  summary:
    'A Orquestra Jovem de Port Ellin perdeu a sala onde ensaiava há doze anos. Os 46 músicos tocam agora onde os deixam: numa lota, num refeitório, numa paragem coberta.',
  body: `
<p>Às sete da tarde, quando a lota fecha e o chão ainda está molhado, chegam os violoncelos. Vêm às costas, de autocarro, um deles num carrinho de mão. Durante hora e meia, entre as balanças e as caixas vazias, a Orquestra Jovem de Port Ellin tem uma casa.</p>
<p>A sala onde ensaiava há doze anos, por cima dos antigos armazéns do sal, foi vendida no verão. O novo dono deu-lhes um mês para sair e, segundo a maestrina, foi correto: ajudou a descer o piano. O piano está desde então na garagem de um tio da primeira trompa.</p>
<p>«Ensaiamos onde houver luz», diz Matilde Açucena, que dirige a orquestra desde a fundação. Em dois meses passaram pela lota, pelo refeitório dos estivadores, por uma igreja com eco a mais e, numa noite de chuva, pela paragem coberta do Cais Velho. «Ali tocámos só as cordas. Parou gente. Houve um senhor que perdeu dois autocarros de propósito.»</p>
<p>São 46 músicos, dos nove aos dezoito anos. Ninguém paga para aprender música e os instrumentos são emprestados. Onze já faltam com frequência, porque nunca sabem onde será o ensaio seguinte nem como voltar de lá.</p>
<p>A orquestra precisa de pouco: uma sala com cinquenta cadeiras, seca por causa das madeiras, três noites por semana. Pediu à cidade a antiga capitania, fechada há quatro anos. A resposta, que chegou na terça-feira, diz que o edifício está «reservado para uso futuro».</p>
<p>«O futuro tem nove anos e toca fagote», comenta Açucena, a apontar para Rui Pedreneira, que mal se vê por trás do instrumento.</p>
<p>O concerto de inverno mantém-se. Falta saber onde. No cartaz, que os mais novos pintaram à mão, a linha do local ficou em branco, com espaço para um nome comprido.</p>
`,
};

import type { SampleArticle } from '../article.ts';

export const schoolBusNine: SampleArticle = {
  outlet: 'river-post',
  slug: 'the-seven-minutes-missing-from-bus-nine',
  title: 'The seven minutes missing from bus nine',
  author: 'Tove Brandreth',
  hoursBefore: 9,
  summary:
    'A new timetable brings the bus from Lissom to school seven minutes after the first lesson begins. It was voted through by the council without anyone looking at the bell.',
  body: `<p>The school bell at Penna Cross rings at ten past eight. Since the first of the month, bus nine from Lissom arrives at seventeen minutes past. For seven minutes of every morning fifty-three pupils are officially late, and the school has sent fifty-three letters home to say so.</p>
<p>The new timetable was voted through by the provincial council’s transport committee in the summer, as item fourteen of a list of twenty-two. It saves one driver and 46,000 crowns a year by joining the school bus to the post run. The minutes of the meeting, which the parents’ circle in Lissom has read several times by now, do not contain the word “school”.</p>
<h2>Half an hour that nobody planned</h2>
<p>Hanne Iverry drives the nine. She has worked out that the seven minutes go at Cobb’s Turn, where she now waits for the mail sacks. “I can see the children looking at the clock,” she said. “I have told the depot. The depot says that it is the council, and the council says that it is the depot.”</p>
<p>The other bus that would be in time leaves Lissom at five to seven. Some of the younger ones now take it, and stand for forty minutes outside a locked door. The headteacher, Mr Alleyne, unlocked it himself on Thursday when it rained, and was reminded by the office that there is nobody to supervise the hall before eight.</p>
<p>In the first lesson on Mondays, Wednesdays and Fridays there is mathematics. “They come in one by one, wet, and I have got to the second example,” said their teacher, Ife Marlow. “I could start late for them. Then I am late for the thirty who walked.”</p>
<h2>Two ways to mend it</h2>
<p>The parents’ circle has made two proposals, and costed both. The sacks could be loaded at Lissom, before the children get on, which would cost nothing but ten minutes of a postman’s morning. Or the hall could be opened at twenty past seven and somebody paid to be there, with tea, which would cost about 5,200 crowns a year.</p>
<p>The Schools Commissioner, Dela Morrow, favours the first and has written to the transport committee. She cannot order it, because buses belong to the council. The committee’s chair said that timetables are reviewed in the spring. In the meantime, she said, the school was free to move its bell.</p>
<p>Moving the bell would make the four other buses early.</p>
<p>A girl of ten, Sunna Kell, has kept a tally on her pencil case since the change. On Friday it stood at 119 minutes. She would like to know, she said, who has got them.</p>`,
  commentary: {
    categories: ['schools', 'power-and-council'],
    opinion: {
      short:
        'Fifty-three children are late every morning because a timetable was changed without a look at the school bell. The remedy costs ten minutes of loading; what is missing is an office that thinks it is responsible.',
      paragraphs: [
        'It is only seven minutes, and the temptation is to smile. But a child of ten has counted 119 of them on her pencil case, and she is quite right to ask “who has got them”. They were taken from fifty-three children in small daily pieces to save a sum that stands in a budget, and nobody entered them on the other side. A loss that is spread thinly enough over people who do not vote can be very large before anyone has to notice it.',
        'Nobody meant harm. A committee had twenty-two items before it, and the fourteenth joined a bus to a post run. That the bus was full of children on their way to a bell does not appear in the minutes. This is how most bad rules are made: not by malice, but late in a meeting, by people who had the table of costs in front of them and not the table of arrivals. The saving of 46,000 crowns is real. So is the first example on the blackboard, three mornings a week.',
        'What has happened since deserves a harder word. The driver told the depot. The depot says that it is the council, and the council says that it is the depot. The school may not open its hall, for want of a person to stand in it. The committee reviews timetables in the spring and suggests that the school should move its bell, which would put four other buses out of step. Each of these answers is correct within its own walls. Together they amount to telling children to stand in the rain.',
        'And then the letters. Fifty-three families have been informed in writing that their children are late, by a school that knows why. Rules like that fall unevenly. A parent with a car will drive, grumble and be done with it. The youngest of the others now leave Lissom before seven and wait for forty minutes at a locked door. The ones with the longest way get the shortest lesson, and get a letter about it as well. An apology would be more fitting than a reminder.',
        'The remedy is on the table, and it was put there by parents who did the sums. Load the mail sacks at Lissom before the children get on. It costs ten minutes of one morning round. If that really cannot be done, open the hall and pay somebody to be in it, with tea. Beyond that the council might adopt a modest habit: to ask, before it changes a timetable, who will be standing at the stop. Until the change is made, no child should be marked late.',
      ],
    },
    action: {
      short:
        'Ask for the mail to be loaded at Lissom now instead of in the spring, and for the late marks to be struck out.',
      paragraphs: [
        'Perhaps no child of yours takes the nine. The same list of twenty-two items may still have touched your stop, your library hour or your clinic. Decisions of this kind are reversible for a few weeks, while everyone remembers how it was before, and then they set. Showing that one of them can be mended quickly is good practice for a council and for the rest of us.',
        'What is asked for is small enough to be granted. Load the sacks first. It needs the post, the depot and the council to speak to each other once. A short, friendly letter to each would do, all of the same day and naming the other two, so that none can answer that it is somebody else’s matter. Politeness is useful here, since nobody has to be defeated.',
        'If you live along the line, do it together. The parents’ circle in Lissom has read the minutes and costed both ways out, and it would be a pity to start again. Ask what they need: someone to keep a record of arrivals for two weeks, someone to stand with the early children, someone who knows the loading at the post. A sheet with fourteen mornings on it, signed by a driver and a parent, is hard to argue with.',
        'When you talk about it, talk about the minutes, not about the people. The member who voted for item fourteen probably did not know, and will be readier to put it right if she is not called a fool. Ask children, too, and write down their words. They are the only ones who have made the journey every day, and in the whole affair nobody has yet asked them except a newspaper.',
        'There is something to learn here about how to read a committee. Its lists are public. Look through the next one for a line that says “joined”, “aligned” or “rationalised”, and ask yourself who waits at the end of it. You need no training for that, only the habit of imagining a person at the stop. Two readers in each village would catch most of what matters.',
        'By the spring, when timetables are reviewed, Sunna’s tally would no longer fit on a pencil case. Let us see to it that she can stop counting before. Write the letter today, and put in it the one figure that the minutes lack, which is the number of children on the bus.',
      ],
    },
    todo: {
      intro: 'A quarter of an hour is enough to help, and the letter is the part that counts.',
      personal: [
        {
          kind: 'learn',
          title: 'Read the next list of the transport committee',
          detail:
            'Look for a service in your village. For each line ask who waits at the end of it, and tell them before the vote.',
          minutes: 30,
          deadline: null,
        },
        {
          kind: 'talk',
          title: 'Ask a child how the morning goes',
          detail: 'Ask when they leave, where they wait and what they miss. Write it down in their words.',
          minutes: 15,
          deadline: null,
        },
        {
          kind: 'thank',
          title: 'Thank the driver of the nine',
          detail: 'She reported the fault and was sent in a circle. It helps to hear that somebody saw it.',
          minutes: 5,
          deadline: null,
        },
      ],
      petitions: [],
      officials: {
        slugs: ['dela-morrow', 'sunniva-reyle'],
        letter: {
          subject: 'Bus nine and the school bell at Penna Cross',
          body: `To the office of the recipient,

Since the first of the month bus nine brings fifty-three pupils from Lissom to Penna Cross seven minutes after their first lesson has begun, because it waits at Cobb’s Turn for the mail.

The parents’ circle has proposed that the sacks be loaded at Lissom before the children get on. It would cost ten minutes of a morning round. I ask you to support this, to bring the post, the depot and the council to one table, and not to leave it until timetables are reviewed in the spring.

I ask also that no child be marked late for a bus that cannot be in time, and that the letters sent to their families be withdrawn.

With kind regards,
[your name]
[your village]`,
        },
      },
      community: [
        {
          kind: 'volunteer',
          title: 'Wait with the early ones',
          detail:
            'Offer the school one morning a week in the hall, if the office agrees. Two adults and a kettle would be enough to unlock the door.',
          minutes: 50,
          deadline: null,
        },
        {
          kind: 'teach',
          title: 'Make the tally a lesson',
          detail:
            'Averages, totals and a graph of arrivals: with the parents’ circle, help a class to keep the record for two weeks and send it in.',
          minutes: 60,
          deadline: null,
        },
      ],
      conclusion:
        'Seven minutes a morning is what it costs when three offices each see a third of a bus. A parent, a driver and a girl with a pencil case have seen the whole of it. It now takes somebody with a letterhead to look at it from where they stand, and a few of our letters to suggest it.',
      short: [
        'Write for the mail to be loaded at Lissom.',
        'Read the transport committee’s next list.',
        'Offer a morning in the school hall.',
      ],
    },
  },
};

import type { SampleArticle } from '../article.ts';
import { resting, said, spoken, view } from '../prose.ts';

export const article: SampleArticle = {
  outlet: 'valley-wire',
  slug: 'measles-clinic-hours',
  title: 'Clinic hours doubled after three measles cases in Mossford',
  author: 'Pia Lindqvist-Okoro',
  language: 'en',
  kind: 'text',
  hoursBefore: 14,
  summary:
    'The Mossford clinic will open for eight hours a day instead of four, and a nurse will visit two schools, after three people in the town fell ill with measles.',
  body: `
<p>MOSSFORD (Valley Wire) – The health clinic in Mossford will open for eight hours a day instead of four after three people in the town were found to have measles, the Commissioner of Public Health, Ewa Lind, said.</p>
<p>Two of the patients are pupils of Mossford School, aged seven and nine. The third is an adult who works at the sawmill. All are recovering at home. They had not been in contact with one another, which suggests that there may be cases nobody has reported, Ms Lind said.</p>
<p>From this week the clinic is open from noon to eight in the evening, Saturdays included. Vaccination is free and needs no appointment and no insurance card. A nurse will also spend two mornings each at Mossford School and at the Lissbeck nursery.</p>
<p>“A clinic that closes at noon vaccinates the children of people who are free before noon,” Ms Lind said.</p>
<p>According to her department, 91 in every 100 schoolchildren in the valley have had both doses of the vaccine. In Port Ellin the figure is 95, in Mossford 83. Doctors consider 95 the level at which the disease can no longer spread easily.</p>
<p>The head of Mossford School, Thea Brandvold, said she did not think that many parents in the town were opposed. In a survey last year, most of those whose children had missed a dose gave working hours or the bus as the reason. The bus to the clinic runs every two hours and stops at six.</p>
<p>“I have mothers who pack fish in the harbour and get home at five,” she said. “They have been sent four reminders. None of the reminders had an evening in it.”</p>
<p>The department asks anyone who has a fever with a rash to telephone before coming, so that they need not sit in a full waiting room. Babies under one year and pregnant women who may have been in contact with a patient should also ask for advice by telephone.</p>
<p>The longer hours are paid for until the end of March. Whether they continue depends on the budget.</p>
`,
  reading: {
    language: 'en',
    categories: ['health', 'schools'],
    claims: [
      said(
        'The Mossford clinic opens for eight hours a day instead of four after three cases of measles.',
        'The health clinic in Mossford will open for eight hours a day instead of four after three people in the town were found to have measles',
        'Ewa Lind',
      ),
      said(
        'Two pupils and an adult from the sawmill fell ill and are recovering at home.',
        'Two of the patients are pupils of Mossford School, aged seven and nine. The third is an adult who works at the sawmill. All are recovering at home.',
      ),
      said(
        'The patients had not met, so there may be cases that nobody has reported.',
        'They had not been in contact with one another, which suggests that there may be cases nobody has reported',
        'Ewa Lind',
      ),
      said(
        'The clinic is now open from noon to eight in the evening, Saturdays too.',
        'From this week the clinic is open from noon to eight in the evening, Saturdays included.',
      ),
      said(
        'Vaccination is free, without an appointment or an insurance card.',
        'Vaccination is free and needs no appointment and no insurance card.',
      ),
      said(
        'A nurse will be at the school and at the nursery for two mornings each.',
        'A nurse will also spend two mornings each at Mossford School and at the Lissbeck nursery.',
      ),
      said(
        'In Mossford 83 in every 100 schoolchildren have had both doses, against 95 in Port Ellin.',
        '91 in every 100 schoolchildren in the valley have had both doses of the vaccine. In Port Ellin the figure is 95, in Mossford 83.',
        'the Commissioner’s department',
      ),
      said(
        'Doctors hold that measles no longer spreads easily at 95.',
        'Doctors consider 95 the level at which the disease can no longer spread easily.',
        'doctors',
      ),
      said(
        'The head of Mossford School does not think that many parents are opposed.',
        'The head of Mossford School, Thea Brandvold, said she did not think that many parents in the town were opposed',
        'Thea Brandvold',
      ),
      said(
        'Most parents whose children had missed a dose named working hours or the bus.',
        'In a survey last year, most of those whose children had missed a dose gave working hours or the bus as the reason.',
        'Thea Brandvold',
      ),
      said(
        'The bus to the clinic comes every two hours and the last one goes at six.',
        'The bus to the clinic runs every two hours and stops at six.',
      ),
      said(
        'Whoever has a fever with a rash should telephone before coming.',
        'The department asks anyone who has a fever with a rash to telephone before coming, so that they need not sit in a full waiting room.',
        'the Commissioner’s department',
      ),
      said(
        'Pregnant women and parents of babies who may have met the illness should ask by telephone.',
        'Babies under one year and pregnant women who may have been in contact with a patient should also ask for advice by telephone.',
      ),
      said(
        'The longer hours are paid for until the end of March, and the budget decides what follows.',
        'The longer hours are paid for until the end of March. Whether they continue depends on the budget.',
      ),
    ],
    quotes: [
      spoken(
        'Ewa Lind',
        'A clinic that closes at noon vaccinates the children of people who are free before noon',
      ),
      spoken('Thea Brandvold', 'I have mothers who pack fish in the harbour and get home at five'),
      spoken(
        'Thea Brandvold',
        'They have been sent four reminders. None of the reminders had an evening in it.',
      ),
    ],
  },
  commentary: {
    opinion: {
      short:
        'Mossford’s missing doses have less to do with opinions than with opening hours. A clinic that shut at noon and a bus that stops at six left out the families who work the longest days. The new hours are the right answer. They should not end in March, and the evening bus should have been part of the plan.',
      paragraphs: [
        resting(
          'When measles returns to a town, the first story people tell is about parents who do not believe in vaccines. The head of Mossford School tells another one. In last year’s survey, most families whose children had missed a dose spoke of working hours and of the bus. They had been reminded four times. “None of the reminders had an evening in it”, she says. A letter that asks the impossible four times over is a reproach, and it vaccinates nobody.',
          'c9',
          'c10',
          'q3',
        ),
        resting(
          'The commissioner has understood this, and it is to her credit that she says so without excuses: “A clinic that closes at noon vaccinates the children of people who are free before noon.” Who was not free? Those who pack fish, saw timber, clean, drive and care for the children of others. The service was equal on paper and unequal at the door. Doubling the hours and sending a nurse into the school is simply bringing the door closer to where people are.',
          'c1',
          'c6',
          'q1',
          'q2',
        ),
        resting(
          'Two things in the plan are still too small. The bus to the clinic runs every two hours and stops at six, while the clinic stays open until eight. A mother who comes home at five and misses the last bus is little better off than before. And the longer hours are paid for only until the end of March. Trust takes longer than a winter to build, and a town that is at 83 in 100 will not be at 95 by the spring.',
          'c4',
          'c7',
          'c8',
          'c11',
          'c14',
          'q2',
        ),
        resting(
          'We ought to speak carefully of the families themselves. Some may have doubts, and a doubt deserves a patient answer from somebody who has time to give one. A person who is mocked will not come back. Nor should the three who fell ill be traced by gossip; they are two children and a worker who are getting better at home, and they owe their neighbours no explanation. Fear spreads in a small town as quickly as a rash does, and it stays longer.',
          'c2',
        ),
        view(
          'What would be just? That a child’s protection should not depend on the shift her mother works. That means open evenings and Saturdays as a rule, and a bus to match them; a nurse in the school each year, and not merely in the year of an outbreak. It also means thinking of babies who are too young for the vaccine and cannot look after themselves. The rest of us ought to be their shelter, and most of us can be that without much trouble.',
        ),
      ],
    },
    action: {
      short:
        'Check your family’s doses this week, offer someone a lift to the clinic, and ask for the evening hours to stay.',
      paragraphs: [
        resting(
          'The most useful thing most of us can do is small and private: look for the vaccination card. Check whether each person in the household has had two doses. If the card is lost or unclear, ask the clinic what to do; the nurses have seen many lost cards and will not scold. Vaccination is free in Mossford, and needs neither an appointment nor an insurance card.',
          'c5',
        ),
        resting(
          'If somebody at home has a fever with a rash, telephone before going anywhere. The department asks for this so that nobody has to sit in a full waiting room, where babies and pregnant women may be waiting too. The same applies if you are pregnant, or have a child under one year, and think you may have met the illness. Leave questions about symptoms to the doctors and nurses. That is what they are there for.',
          'c12',
          'c13',
        ),
        resting(
          'Then think about the journey. The clinic is open until eight and the last bus leaves at six. If you have a car and a free evening, you can close that gap for one family. Offer it in an ordinary way, as you would offer to fetch shopping. Neighbours who share a lift to the clinic will do more than another reminder, and the children will think of it as an outing.',
          'c4',
          'c11',
        ),
        resting(
          'Employers can help without spending anything. An hour’s leave for a vaccination, announced on the board in the canteen, tells people that they will not be thought lazy for going. The sawmill and the fish packers in the harbour are good places to begin. If you work there, ask your shop steward or your foreman to put up the clinic’s new hours where everyone hangs their coat.',
          'c2',
          'q2',
        ),
        resting(
          'Write to those who decide about the hours and the buses. The longer opening is paid for until the end of March, so this is the moment to say that it should stay. Ask for one number to be published each month: how many people came after five o’clock. If the evenings are full, that figure will defend them in the budget better than any of us could.',
          'c14',
        ),
        resting(
          'And talk kindly. If a friend hesitates, ask what worries them and listen to the end before you answer. Suggest that they bring the question to the nurse at the school, who has set aside whole mornings for it. Do not pass on names or guesses about who is ill. A town in which people can ask without being ashamed is a town in which they come forward early.',
          'c6',
        ),
      ],
    },
    todo: {
      intro:
        'Most of this takes less time than a film. Begin with your own kitchen drawer, where the card probably is.',
      personal: [
        {
          kind: 'learn',
          title: 'Find your vaccination card and count to two',
          detail:
            'Check the doses of everybody in the household, adults too. If something is missing or unclear, ask at the clinic or a school morning with the nurse.',
          minutes: 15,
          deadline: '',
          link: '',
        },
        {
          kind: 'call',
          title: 'Telephone first if there is a fever and a rash',
          detail:
            'Call before you travel, so that you can be seen without meeting a full waiting room. Pregnant women and parents of babies who may have been in contact should call for advice as well.',
          minutes: 10,
          deadline: '',
          link: '',
        },
        {
          kind: 'talk',
          title: 'Offer one family a lift',
          detail:
            'The last bus goes at six and the clinic closes at eight. Ask a neighbour who works late whether a ride on a given evening would help, and wait with them.',
          minutes: 90,
          deadline: '',
          link: '',
        },
        {
          kind: 'thank',
          title: 'Thank the staff who took the late shift',
          detail:
            'The nurses’ day has moved from the morning to the evening, Saturdays included. A card or a cake at the desk would tell them that the town has noticed.',
          minutes: 15,
          deadline: '',
          link: '',
        },
      ],
      petitions: [],
      officials: {
        ids: ['official:commissioner-ewa-lind', 'official:superintendent-noor-hale'],
        subject: 'Please keep Mossford’s evening clinic after March',
        body: [
          'Good day,',
          'Thank you for acting quickly in Mossford. Opening the clinic until eight in the evening and bringing a nurse to the school and the nursery will reach families who could not come before noon.',
          'I am writing because the longer hours are paid for only until the end of March. In Mossford 83 in every 100 schoolchildren have had both doses, and 95 are needed. That will take more than one winter. I ask you to support the evening hours, and those on Saturdays, for the whole of next year, and to make the nurse’s mornings at school a yearly custom.',
          'I also ask you to speak with those who run the buses. The last bus to the clinic goes at six, two hours before it closes.',
          'Would you publish each month how many people come after five o’clock? I believe the number would speak for itself.',
          'With kind regards,\n[your name]\n[your street]',
        ].join('\n\n'),
      },
      community: [
        {
          kind: 'share',
          title: 'Put the new hours where coats are hung',
          detail:
            'Noon to eight, Saturdays included, free, no appointment. Write it large, in the languages your colleagues speak, and pin it up in canteens, laundries and the school porch.',
          minutes: 30,
          deadline: '',
          link: '',
        },
        {
          kind: 'volunteer',
          title: 'Set up a rota of drivers',
          detail:
            'Four drivers with one evening each would cover the week until there is a later bus. Ask the parents’ association or a congregation to keep the list.',
          minutes: 60,
          deadline: '',
          link: '',
        },
      ],
      conclusion:
        'Three people are getting better at home, and a clinic has learned to keep the hours of the town it serves. If we use those hours now, it will be hard for anyone to take them away in the spring.',
      short: [
        { text: 'Find your family’s vaccination cards and check for two doses.', link: '' },
        { text: 'Offer a late-working neighbour a lift to the clinic.', link: '' },
        {
          text: 'Ask for the evening hours to continue after March.',
          link: 'official:commissioner-ewa-lind',
        },
      ],
    },
  },
};

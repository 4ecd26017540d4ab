import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/pipeline/normalize/clean-text.ts';
import { labelsOf } from '../../../src/pipeline/normalize/labels.ts';
import { readPosting } from '../../../src/pipeline/normalize/read-posting.ts';
import { shippedIndex } from '../../kit/credentials.ts';
import { NO_DEMANDS } from '../../kit/silence.ts';

/** Invented advertisements; none of them asks for a credential of our catalogue, an English degree, or years in English. */
const POSTINGS = [
  {
    language: 'de',
    title: 'Medizinischer Kodierer (m/w/d)',
    pay: { min: 42_000, max: 48_000, currency: 'EUR', period: 'year' },
    text: `Über uns
Die Kliniken am See sind seit mehr als 100 Jahren für die Menschen in der Region da. Wir suchen eine Fachkraft für die Kodierung.

Ihre Aufgaben
• Sie kodieren stationäre Fälle nach ICD-10-GM und OPS
• Sie sind Ansprechpartner für Ärzte und den Medizinischen Dienst
• Sie schulen die Stationen und die Verwaltung

Ihr Profil
• Eine abgeschlossene Ausbildung als Pflegefachkraft oder als Medizinische Fachangestellte (MFA)
• Mindestens 3 Jahre Berufserfahrung in einem Krankenhaus, von Vorteil in der OP-Pflege
• Gute Kenntnisse der Anatomie, der Kodierrichtlinien und der MS-Office-Programme

Wir bieten
• 30 Tage Urlaub und eine betriebliche Altersvorsorge
• Ein Gehalt von 42.000 € bis 48.000 € im Jahr
• Eine Stelle in Vollzeit, die auch in Teilzeit möglich ist`,
  },
  {
    language: 'de',
    title: 'Leitung Patientenarchiv',
    pay: { min: 3_900, max: 3_900, currency: 'EUR', period: 'month' },
    text: `Das Haus am Wald ist ein Krankenhaus mit 310 Betten. Für unser Archiv suchen wir eine Leitung, die mit einem Team von fünf Personen die Akten führt.
Was Sie mitbringen:
- Diplom oder Staatsexamen, gern auch ein Studium der Dokumentation
- Erste Erfahrung mit der Führung von Personal
- Führerschein der Klasse B
Was wir zahlen:
Gehalt: 3.900 € brutto im Monat. Die Stelle ist für zwei Jahre befristet.`,
  },
  {
    language: 'es',
    title: 'Codificador clínico',
    pay: { min: 24_000, max: 24_000, currency: 'EUR', period: 'year' },
    text: `Quiénes somos
Somos un hospital con más de 20 años de historia en la región. Buscamos una persona para el área de codificación.

Funciones
• Codificar los episodios de hospitalización con la CIE-10-ES
• Revisar la documentación con los médicos y las enfermeras del hospital
• Preparar informes para la dirección

Requisitos
• Título de Técnico Superior en Documentación Sanitaria o licenciatura
• Experiencia mínima de 2 años en el manejo de la historia clínica
• Conocimientos de inglés y de informática

Ofrecemos
• Contrato indefinido con jornada completa
• Salario de 24.000 € brutos anuales
• Formación a cargo de la empresa`,
  },
  {
    language: 'es',
    title: 'Responsable de archivo',
    pay: undefined,
    text: `La clínica busca una persona que lleve el archivo de las historias clínicas y que coordine con el personal de las consultas.
Se requiere: carné de conducir, cinco años de experiencia y disponibilidad para viajar por la provincia.
Se valora: máster en gestión sanitaria y el nivel B2 de inglés. El salario se acuerda con la persona elegida.`,
  },
  {
    language: 'fr',
    title: 'Technicien de l’information médicale',
    pay: { min: 28_000, max: 32_000, currency: 'EUR', period: 'year' },
    text: `Qui sommes-nous ?
Notre hôpital est au service des patients de la région depuis plus de 50 ans. Nous cherchons une personne pour le département d’information médicale.

Vos missions
• Coder les séjours dans le respect des règles du PMSI
• Travailler avec les médecins et les cadres des services
• Participer à la formation des équipes

Votre profil
• Titulaire d’un diplôme de technicien de l’information médicale, d’une licence ou d’un bac +3
• Vous avez 2 ans d’expérience et une bonne connaissance de la CIM-10 et de la CCAM
• Vous aimez le travail en équipe dans un hôpital public

Nous vous proposons
• Un poste à temps plein avec des horaires souples
• Un salaire de 28 000 € à 32 000 € par an
• Une mutuelle et des tickets restaurant`,
  },
  {
    language: 'fr',
    title: 'Secrétaire médicale',
    pay: undefined,
    text: `Le cabinet est tenu par trois médecins dans une petite ville. Vous accueillez les patients, vous classez les dossiers et vous répondez pour nous au téléphone.
Profil : diplôme de secrétaire, permis B, une première expérience est un plus.
Le salaire suit la convention, avec une prime pour les gardes.`,
  },
];

/** One line each, among them words that look like English degrees, credentials or modes of work. */
const LINES = [
  [
    'nl',
    'Wij zoeken een codeur met drie jaar ervaring in het ziekenhuis; een diploma van het hbo is voor ons niet nodig.',
  ],
  ['nl', 'Opleiding tot doktersassistent of een mbo-diploma, liefst met ervaring als administratief medewerker.'],
  ['pt', 'Procuramos um codificador clínico com experiência de 3 anos; o diploma de licenciatura é valorizado.'],
  ['pl', 'Szukamy osoby do kodowania dokumentacji medycznej, wymagane wykształcenie średnie i 2 lata doświadczenia.'],
  ['ar', 'نبحث عن مرمّز طبي بخبرة ثلاث سنوات في المستشفيات، ويفضل حامل شهادة البكالوريوس.'],
  ['ja', '診療情報管理士の資格をお持ちの方を募集しています。病院での経験3年以上。'],
  ['ru', 'Требуется медицинский кодировщик с высшим образованием и опытом работы от 3 лет.'],
  ['it', 'Cerchiamo un addetto alla codifica con diploma di laurea e almeno due anni di esperienza in ospedale.'],
  ['de', 'Mindestens 5 Jahre Berufserfahrung, abgeschlossenes Studium der Informatik, Führerschein Klasse B.'],
  ['fr', 'Bac +5 exigé, 5 ans d’expérience minimum, permis B et connaissance de la ville.'],
  ['es', 'Se exige título de grado, 3 años de experiencia y carné de conducir; MA y CCS son siglas de la casa.'],
] as const;

function read(title: string, text: string) {
  return readPosting({ title, text: cleanText(text, 'text') }, shippedIndex());
}

describe('postings in other languages than English', () => {
  it.each(POSTINGS)('$language: "$title" asks for nothing that its words do not say', ({ title, text }) => {
    const labels = labelsOf(read(title, text));

    expect(labels).toMatchObject(NO_DEMANDS);
  });

  it.each(POSTINGS)('$language: "$title" is told by its small words', ({ title, text, language }) => {
    const reading = read(title, text);

    expect(reading.language).toBe(language);
  });

  it.each(POSTINGS)('$language: "$title" gives its pay where the figures are plain', ({ title, text, pay }) => {
    const [headline] = read(title, text).pay;

    expect(
      headline && { min: headline.min, max: headline.max, currency: headline.currency, period: headline.period },
    ).toEqual(pay);
  });

  it.each(LINES)('%s: %j asks for nothing that it does not say', (_language, line) => {
    const labels = labelsOf(read('', line));

    expect(labels).toMatchObject({
      ...NO_DEMANDS,
      employmentTypes: [],
      workplace: null,
      salaryMin: null,
      salaryMax: null,
    });
  });

  it.each([
    ['Gehalt: € 42.000 pro Jahr', { min: 42_000, max: 42_000, currency: 'EUR', period: 'year' }],
    ['Stundenlohn: 18,50 €', { min: 18.5, max: 18.5, currency: 'EUR', period: 'hour' }],
    ['Het salaris is € 3.200 bruto per maand.', { min: 3_200, max: 3_200, currency: 'EUR', period: 'month' }],
    ['Salario: 24.000 € - 28.000 € brutos al año', { min: 24_000, max: 28_000, currency: 'EUR', period: 'year' }],
  ])('reads the pay of %j', (line, pay) => {
    const [stated] = read('', line).pay;

    expect(stated).toMatchObject(pay);
  });
});

describe('an English posting', () => {
  it('is told by its small words', () => {
    const reading = read(
      'Coder',
      'We are a small clinic and we are looking for somebody who will work with the doctors of our house.',
    );

    expect(reading.language).toBe('en');
  });

  it('keeps its demands when words of another language stand among them', () => {
    const text =
      'Requirements\nRHIA or RHIT required\nFließend Deutsch und gute Kenntnisse der Kodierrichtlinien\n3 years of coding experience';

    const labels = labelsOf(read('Coder', text));

    expect(labels).toMatchObject({ credentialsRequired: [['rhia', 'rhit']], minYears: 3, educationMin: null });
  });
});

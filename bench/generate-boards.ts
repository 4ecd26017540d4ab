import type { ServedBoard } from '../src/cli/sample/answer.ts';
import { dayAfter, postingNumber, SAMPLE_DAY, type SamplePosting } from '../src/cli/sample/world.ts';
import { loadSample, type SampleBoard, type SampleData, type SampleOpening } from '../src/config/sample.ts';
import { type Random, seededRandom } from './random.ts';

type Employer = SampleOpening['employer'];

const PER_BOARD = 50;
/** The first board is a large health system: a quarter of all, as long as one answer may hold it. */
const LARGE_SHARE = 0.25;
const MOST_ON_LARGE = 1_000;
const SEED = 20_261_120;
/** Share of postings that advertise an opening of another board once more. */
const COPIES = 0.12;
const OLDEST_DAYS = 45;

/**
 * Boards with `size` postings in all, one large and the others with 50 each, that speak the sample's language: its roles
 * and requirements, held by other invented employers in other places. Always the same for the same size and seed.
 */
export function generateBoards(size: number, seed: number = SEED): readonly ServedBoard[] {
  const random = seededRandom(seed);
  const data = loadSample();
  const originals: SamplePosting[] = [];

  function generatePosting(board: SampleBoard, employer: Employer, number: number): SamplePosting {
    const earlier = originals.length > PER_BOARD && random.next() < COPIES ? random.pick(originals) : undefined;
    if (earlier !== undefined && earlier.opening.boardId !== board.id) return copyOf(earlier, board, number);
    const posting = originalOf(openingOf(data, employer, board, number, random), board, random);
    originals.push(posting);
    return posting;
  }

  let number = 0;
  return boardSizes(size).map((count, index) => {
    const employer = employerOf(data, index, random);
    const board = boardOf(employer, index);
    const postings = Array.from({ length: count }, () => generatePosting(board, employer, number++));
    return { board, postings, today: SAMPLE_DAY };
  });
}

function boardSizes(size: number): number[] {
  const large = Math.min(MOST_ON_LARGE, Math.ceil(size * LARGE_SHARE));
  const others = Math.ceil((size - large) / PER_BOARD);
  const sizes = Array.from({ length: others }, (_, index) => Math.min(PER_BOARD, size - large - index * PER_BOARD));
  return [large, ...sizes];
}

function boardOf(employer: Employer, index: number): SampleBoard {
  const id = `bench-${index + 1}`;
  return {
    id,
    name: `${employer.name} careers`,
    source: 'greenhouse',
    employer: employer.name,
    pages: `https://${employer.domain}`,
    spelling: 0,
    later: 0,
    link: 'own',
    excerpt: false,
    options: { token: id },
    tags: ['bench'],
    copies: [],
  };
}

/** An employer of the sample under another name, with the benefits of a second one: postings are as long as real ones. */
function employerOf(data: SampleData, index: number, random: Random): Employer {
  const model = random.pick(data.openings).employer;
  const second = random.pick(data.openings).employer;
  // Named by its number and not by chance: two employers never share a name.
  const again = Math.floor(index / (NAMES.length * KINDS.length));
  const name = [NAMES[index % NAMES.length], KINDS[Math.floor(index / NAMES.length) % KINDS.length], again || '']
    .join(' ')
    .trim();
  const renamed = (text: string): string => text.replaceAll(model.name, name);
  return {
    ...model,
    id: `bench-${index + 1}`,
    name,
    spellings: [`${name}, Inc.`],
    domain: `careers-${index + 1}.example`,
    about: `${renamed(model.about)} ${second.about.replaceAll(second.name, name)}`,
    benefits: [...model.benefits, ...second.benefits],
    eeo: renamed(model.eeo),
    payWords: model.payWords ?? 'Pay: {range}.',
  };
}

function openingOf(
  data: SampleData,
  employer: Employer,
  board: SampleBoard,
  number: number,
  random: Random,
): SampleOpening {
  const model = random.pick(data.openings);
  const alike = random.pick(data.openings.filter(({ role }) => role === model.role));
  const { laterPay: _laterPay, gone: _gone, pay, ...words } = model;
  const raise = 1 + random.below(20) / 100;
  return {
    ...words,
    id: `${board.id}/${number}`,
    key: `posting-${number}`,
    boardId: board.id,
    employer,
    title: `${model.title}${random.pick(TITLE_ENDS)}`,
    requisition: `R${100_000 + number}`,
    place: model.place === 'Remote' ? 'Remote' : random.pick(PLACES),
    posted: random.below(OLDEST_DAYS),
    appears: 0,
    requires: [...model.requires, random.pick(alike.requires)],
    ...(pay && { pay: { ...pay, min: round(pay.min * raise), max: round(pay.max * raise) } }),
  };
}

function originalOf(opening: SampleOpening, board: SampleBoard, random: Random): SamplePosting {
  return {
    opening,
    key: opening.id,
    title: opening.title,
    employer: opening.employer.name,
    postedOn: dayAfter(-opening.posted),
    closesOn: random.next() < 0.2 ? dayAfter(1 + random.below(60)) : undefined,
    pay: opening.pay,
    url: pageOf(board, opening.id),
    original: true,
  };
}

function copyOf(first: SamplePosting, board: SampleBoard, number: number): SamplePosting {
  const key = `${first.key} again ${number}`;
  const employer = first.opening.employer.spellings[0] ?? first.employer;
  return { ...first, key, employer, url: pageOf(board, key), original: false };
}

function pageOf(board: SampleBoard, key: string): string {
  return `${board.pages}/openings?gh_jid=${postingNumber(board, key)}`;
}

function round(amount: number): number {
  return Math.round(amount * 100) / 100;
}

const NAMES = [
  'Cedar Hollow; Maple Fork; Stony Brook Lane; Harrow Hill; Blue Heron; Granite Falls; Willow Bend',
  'Prairie Gate; North Quay; Amber Ridge; Foxglove; Tall Pines; Mill Race; Copper Basin; Larkfield',
  'Silver Birch; Deer Crossing; Salt Marsh; Orchard Park; Winding River',
].flatMap((line) => line.split('; '));

const KINDS = [
  'Health; Regional Hospital; Medical Center; Physicians; Health Partners; Coding Associates',
  "Records Services; Health Plan; Community Clinics; Children's Hospital",
].flatMap((line) => line.split('; '));

const TITLE_ENDS = ['', '', '', '', ' II', ' - Evenings', ' (Remote option)', ', PRN', ' - Cardiology', ' - Oncology'];

const PLACES = [
  'Albany, NY; Boise, ID; Chattanooga, TN; Des Moines, IA; Eugene, OR; Fargo, ND; Green Bay, WI',
  'Hartford, CT; Indianapolis, IN; Jackson, MS; Knoxville, TN; Lubbock, TX; Macon, GA; Norfolk, VA',
  'Omaha, NE; Peoria, IL; Reno, NV; Scranton, PA; Toledo, OH; Columbus, OH; Yakima, WA',
].flatMap((line) => line.split('; '));

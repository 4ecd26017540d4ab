import type { Place } from '../../model/place.ts';
import type { Reading } from '../../model/reading.ts';
import { readClosingDate } from './closing-date.ts';
import type { CredentialIndex } from './credential-index.ts';
import { readEmployment } from './employment.ts';
import { guessLanguage } from './language.ts';
import { readPay } from './pay.ts';
import { readRemoteLimits } from './remote-limits.ts';
import { readRequirements } from './requirements.ts';
import { readSchedule } from './schedule.ts';
import { type PlacedSegment, placeSegments } from './sections.ts';
import { readSeniority } from './seniority.ts';
import { splitSentences } from './sentences.ts';
import { readSponsorship } from './sponsorship.ts';
import { titleRequirements } from './title-credentials.ts';
import { tokenize } from './tokens.ts';
import { TOPIC, type Topics, topicsOf } from './topics.ts';
import { readTravel } from './travel.ts';
import { readWorkplace } from './workplace.ts';

/** What is read of one posting. `text` is clean text: every evidence offset of the answer points into it. */
export interface PostingWords {
  /** Day on which it was posted, ISO 8601: what a closing day without a year is counted from. */
  readonly postedAt?: string;
  readonly title: string;
  readonly text: string;
  readonly places?: readonly Place[];
  readonly employer?: string;
}

/** Nobody writes a longer title, in UTF-16 units. */
const MAX_TITLE = 500;

/**
 * Reads the words of a posting into values. It never throws, never guesses (what is not stated is `null` or
 * empty), gives the same answer for the same words, and takes time linear in their length.
 */
export function readPosting(input: PostingWords, index: CredentialIndex): Reading {
  const { text, places = [] } = input;
  const title = input.title.slice(0, MAX_TITLE);
  const segments = placeSegments(text, splitSentences(text));
  const tokens = tokenize(
    text,
    index.vocabulary,
    segments.map((segment) => segment.start),
  );
  const topics = topicsOf(text, tokens, segments);
  const about = (bit: number) => segmentsAbout(segments, topics, bit);
  const workplace = readWorkplace(title, places, text, about(TOPIC.workplace));
  const requirements = readRequirements(text, segments, tokens, topics, index.scan(text, tokens), index);
  return {
    requirements: [...requirements, ...titleRequirements(title, requirements, index)],
    pay: readPay(text, about(TOPIC.figure), places, title),
    employmentTypes: readEmployment(title, text, about(TOPIC.type)),
    workplace,
    remoteLimits: workplace?.mode === 'remote' ? readRemoteLimits(title, text, about(TOPIC.workplace)) : [],
    seniority: readSeniority(title),
    schedule: readSchedule(text, about(TOPIC.schedule)),
    travel: readTravel(text, about(TOPIC.travel)),
    sponsorship: readSponsorship(text, about(TOPIC.sponsorship)),
    closesOn: readClosingDate(text, about(TOPIC.closing), input.postedAt, places[0]?.country),
    language: guessLanguage(tokens.marks),
  };
}

/** The sentences with a topic, in reading order. */
function segmentsAbout(segments: readonly PlacedSegment[], { bits }: Topics, bit: number): PlacedSegment[] {
  const found: PlacedSegment[] = [];
  for (let position = 0; position < segments.length; position += 1) {
    const segment = segments[position];
    if (segment !== undefined && ((bits[position] ?? 0) & bit) !== 0) found.push(segment);
  }
  return found;
}

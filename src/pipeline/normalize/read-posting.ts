import type { Place } from '../../model/place.ts';
import type { Reading } from '../../model/reading.ts';
import type { CredentialIndex } from './credential-index.ts';
import { readEmployment } from './employment.ts';
import { guessLanguage } from './language.ts';
import { readPay } from './pay.ts';
import { readRemoteLimits } from './remote-limits.ts';
import { readRequirements } from './requirements.ts';
import { placeSegments } from './sections.ts';
import { readSeniority } from './seniority.ts';
import { splitSentences } from './sentences.ts';
import { tokenize } from './tokens.ts';
import { TOPIC, topicsOf } from './topics.ts';
import { readWorkplace } from './workplace.ts';

/** What is read of one posting. `text` is clean text: every evidence offset of the answer points into it. */
export interface PostingWords {
  readonly title: string;
  readonly text: string;
  readonly places?: readonly Place[];
  readonly employer?: string;
}

/** The language shows in its first words. */
const LANGUAGE_WORDS = 400;

/**
 * Reads the words of a posting into values. It never throws, never guesses (what is not stated is `null` or
 * empty), gives the same answer for the same words, and takes time linear in their length.
 */
export function readPosting(input: PostingWords, index: CredentialIndex): Reading {
  const { title, text, places = [] } = input;
  const segments = placeSegments(text, splitSentences(text));
  const tokens = tokenize(text, segments);
  const topics = topicsOf(text, tokens, segments);
  const about = (bit: number) => segments.filter((_segment, position) => ((topics.bits[position] ?? 0) & bit) !== 0);
  const workplace = readWorkplace(title, places, text, about(TOPIC.workplace));
  return {
    requirements: readRequirements(text, segments, tokens, topics, index.scan(text, tokens), index),
    pay: readPay(text, about(TOPIC.figure), places),
    employmentTypes: readEmployment(title, text, about(TOPIC.type)),
    workplace,
    remoteLimits: workplace?.mode === 'remote' ? readRemoteLimits(title, text, about(TOPIC.workplace)) : [],
    seniority: readSeniority(title),
    language: guessLanguage(tokens.slice(0, LANGUAGE_WORDS).map((token) => token.word)),
  };
}

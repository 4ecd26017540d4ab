import type { AlertPosting } from './alert-posting.ts';
import { readWorkplaceField } from './workplace.ts';

/** What the HTML part of a LinkedIn alert says of one posting. */
interface Card {
  readonly title: string;
  readonly employer: string;
  readonly place: string;
  readonly workplace: AlertPosting['workplace'];
  readonly pay: string | undefined;
}

/**
 * The postings of a LinkedIn job alert. The text part is the more stable one and names more postings; the HTML part
 * adds workplace and pay. They are matched by the number in the link, which is all that is kept of it.
 */
export async function readLinkedInMail(mail: {
  readonly text: string;
  readonly html: string;
}): Promise<AlertPosting[]> {
  const cards = await readCards(mail.html);
  const blocks = readBlocks(mail.text);
  const ids = [...new Set([...blocks.keys(), ...cards.keys()])];
  return ids.flatMap((id) => {
    const card = cards.get(id);
    const stated = blocks.get(id) ?? card;
    if (stated === undefined || stated.title === '' || stated.employer === '') return [];
    return {
      id,
      url: `https://www.linkedin.com/jobs/view/${id}/`,
      title: stated.title,
      employer: stated.employer,
      ...(stated.place === '' ? {} : { place: stated.place }),
      ...(card?.workplace === undefined ? {} : { workplace: card.workplace }),
      ...(card?.pay === undefined ? {} : { pay: card.pay }),
    };
  });
}

const POSTING_LINK = /https:\/\/(?:www\.)?linkedin\.com\/(?:comm\/)?jobs\/view\/(\d{5,20})/;

/** Blocks of the text part: title, company and place on three lines, then perhaps a hint, then the link. */
function readBlocks(text: string): Map<string, { title: string; employer: string; place: string }> {
  const blocks = new Map<string, { title: string; employer: string; place: string }>();
  let paragraph: string[] = [];
  let found: string[] | undefined;
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    const id = POSTING_LINK.exec(line)?.[1];
    if (id === undefined && line !== '' && !/^-{10,}$/.test(line)) {
      paragraph.push(line);
      continue;
    }
    // the intro of the mail may stand right above the first title, and hints come as a paragraph of their own
    if (paragraph.length >= 3) found ??= paragraph.slice(-3);
    paragraph = [];
    if (id !== undefined) {
      const [title, employer, place] = found ?? [];
      if (title !== undefined && employer !== undefined && place !== undefined && !blocks.has(id)) {
        blocks.set(id, { title, employer, place });
      }
    }
    if (id !== undefined || line !== '') found = undefined;
  }
  return blocks;
}

async function readCards(html: string): Promise<Map<string, Card>> {
  const cards = new Map<string, Card>();
  if (!html.includes('job-card')) return cards;
  const { load } = await import('cheerio');
  const page = load(html);
  for (const node of page('td[data-test-id="job-card"]').toArray()) {
    const card = page(node);
    const link = card.find('a[href*="/jobs/view/"]').first().attr('href') ?? '';
    const id = POSTING_LINK.exec(link)?.[1];
    if (id === undefined) continue;
    const lines = card
      .find('p')
      .toArray()
      .map((line) => collapse(page(line).text()));
    const [employer = '', where = ''] = (lines.find((line) => line.includes(' · ')) ?? '').split(' · ');
    const mode = /\((Remote|Hybrid|On-site)\)$/.exec(where)?.[1];
    cards.set(id, {
      title: collapse(card.find('a.font-bold').first().text()),
      employer,
      place: mode === undefined ? where : where.slice(0, -mode.length - 2).trim(),
      workplace: readWorkplaceField(mode),
      pay: lines.find((line) => /[$€£]\s?\d/.test(line)),
    });
  }
  return cards;
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import { createHash } from 'node:crypto';
import type { AlertPosting } from './alert-posting.ts';

const HOME = 'https://www.ziprecruiter.com/';

interface Bullets {
  /** The board's own id, where the HTML part shows one. */
  readonly id?: string | undefined;
  readonly title: string;
  readonly bullets: readonly { readonly kind: 'pay' | 'type' | 'other'; readonly text: string }[];
}

/**
 * The postings of a ZipRecruiter mail about single postings. Its links are one-time tokens, different in each mail, so
 * none is kept, and no lasting address of a posting is known: the address is the board's own.
 */
export async function readZipRecruiterMail(mail: {
  readonly text: string;
  readonly html: string;
}): Promise<AlertPosting[]> {
  const cards = await readCards(mail.html);
  return (cards.length > 0 ? cards : readText(mail.text)).flatMap(asPosting);
}

function asPosting({ id, title, bullets }: Bullets): AlertPosting[] {
  const [employer, place] = bullets.filter((bullet) => bullet.kind === 'other').map((bullet) => bullet.text);
  if (title === '' || employer === undefined) return [];
  const pay = bullets.find((bullet) => bullet.kind === 'pay')?.text;
  const employmentType = bullets.find((bullet) => bullet.kind === 'type')?.text;
  return [
    {
      id:
        id ??
        createHash('sha256')
          .update(JSON.stringify([title, employer, place]))
          .digest('base64url')
          .slice(0, 22),
      url: HOME,
      title,
      employer,
      ...(place === undefined ? {} : { place }),
      ...(pay === undefined ? {} : { pay: pay.replace(/^estimated pay:?\s*/i, '') }),
      ...(pay === undefined || !/\best(?:\.|imated)/i.test(pay) ? {} : { payEstimated: true }),
      ...(employmentType === undefined ? {} : { employmentType }),
    },
  ];
}

/** HTML: `table#zr-job-card-N` with the title link and a list; the picture of a list item tells what it is. */
async function readCards(html: string): Promise<Bullets[]> {
  if (!html.includes('zr-job-card-')) return [];
  const { load } = await import('cheerio');
  const page = load(html);
  return page('table[id^="zr-job-card-"]')
    .toArray()
    .map((node): Bullets => {
      const link = page(node).find('a[id^="zr-job-title-"]').first();
      const bullets = page(node)
        .find('ul li')
        .toArray()
        .map((item) => ({ picture: page(item).find('img').attr('alt') ?? '', text: collapse(page(item).text()) }))
        // benefits and the badge "New" say nothing that a draft has room for
        .filter(({ picture, text }) => text !== '' && text !== 'New' && !/plus/i.test(picture))
        .map(({ picture, text }) => ({ kind: kindOf(picture, text), text }));
      return {
        id: link.attr('id')?.slice('zr-job-title-'.length),
        title: collapse(link.attr('title') ?? link.text()),
        bullets,
      };
    });
}

/** Text: the title, its link in angle brackets, then bullets whose words may stand on the line below the star. */
function readText(text: string): Bullets[] {
  const found: { title: string; bullets: Bullets['bullets'][number][] }[] = [];
  let before = '';
  let inBullet = false;
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '') continue;
    const current = found.at(-1);
    if (/^<https:\/\/(?:www\.)?ziprecruiter\.com\/\S+>$/.test(line)) {
      if (before !== '') found.push({ title: before, bullets: [] });
      before = '';
    } else if (line.startsWith('*') || inBullet) {
      const words = line.replace(/^\*\s*/, '');
      inBullet = words === '';
      if (words !== '' && words !== 'New') current?.bullets.push({ kind: kindOf('', words), text: words });
      before = '';
    } else {
      before = line;
    }
  }
  return found.filter((posting) => posting.bullets.length > 0);
}

function kindOf(picture: string, text: string): 'pay' | 'type' | 'other' {
  if (/salary/i.test(picture) || /[$€£]\s?\d/.test(text)) return 'pay';
  if (/briefcase/i.test(picture) || EMPLOYMENT.test(text)) return 'type';
  return 'other';
}

const EMPLOYMENT = /^(?:full[- ]time|part[- ]time|contract|contractor|temporary|per diem|internship|prn)\b/i;

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

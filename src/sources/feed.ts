import { BoardError } from '../errors.ts';
import { isRecord } from './listing.ts';
import { statedUrl } from './stated.ts';
import { localName, readXmlElement, walkXml, type XmlElement } from './xml.ts';

/** An item of a feed as received: one XML element, or one JSON object. */
export interface RawFeedItem {
  readonly format: 'xml' | 'json';
  readonly body: string;
}

/** A feed cut into its items. */
export interface Feed {
  readonly items: readonly RawFeedItem[];
  /** Absolute address of the next page, when the feed names one. */
  readonly next: string | undefined;
  /** How many items the feed says that there are (OpenSearch `totalResults`). */
  readonly total: number | undefined;
  /** False when the document breaks off before its end: items are missing. */
  readonly complete: boolean;
}

/** What every feed format says of an item; texts as written, entities of the XML decoded once. */
export interface FeedItem {
  /** RSS `guid`, RDF `about`, Atom or JSON Feed `id`. */
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: string | undefined;
  /** When it was published; "updated" is not that. */
  readonly published: string | undefined;
  /** The longest form of the text that the format knows. */
  readonly content: string | undefined;
  /** The `_jobposting` of a JSON Feed: a schema.org JobPosting. */
  readonly jobPosting: Readonly<Record<string, unknown>> | undefined;
  /** Everything the item holds; the members of a JSON item are elements too. */
  readonly element: XmlElement;
}

/**
 * Cuts an RSS 2.0, RSS 1.0 (RDF), Atom or JSON Feed document into its items, which are kept as received. `url` is the
 * document's own address. Throws `changed` when it is no feed, or declares a DOCTYPE.
 */
export function readFeed(body: string, url: string): Feed {
  return /^[\s\uFEFF]*\{/.test(body) ? readJsonFeed(body, url) : readXmlFeed(body, url);
}

/** One item of `readFeed`. Throws `changed` when it cannot be read. */
export function readFeedItem(raw: RawFeedItem): FeedItem {
  if (raw.format === 'json') return jsonItem(JSON.parse(raw.body));
  const element = readXmlElement(raw.body);
  if (element === undefined) throw new BoardError('changed', 'An item of the feed is no XML element.');
  return localName(element.name) === 'entry' ? atomItem(element) : rssItem(element);
}

/**
 * The texts of the elements with this name inside `element`, however deep, in order, empty ones left out.
 * `name@attribute` gives an attribute instead.
 */
export function textsNamed(element: XmlElement, name: string): string[] {
  const [elementName = '', attribute] = name.split('@');
  return elementsNamed(element, elementName)
    .map((found) => (attribute === undefined ? contentOf(found) : (attributeOf(found, attribute) ?? '').trim()))
    .filter((text) => text !== '');
}

/** The elements with this name inside `element`, however deep, in order. */
export function elementsNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsNamed(child, name)]);
}

function readXmlFeed(body: string, url: string): Feed {
  const items: RawFeedItem[] = [];
  let root: string | undefined;
  let next: string | undefined;
  let total: number | undefined;
  const { complete } = walkXml(body, {
    open(path, attributes) {
      root ??= path[0];
      const name = path.at(-1) ?? '';
      const ofFeed = !path.some((part) => isItem(part));
      if (ofFeed && localName(name) === 'link' && attributes['rel'] === 'next')
        next = statedUrl(attributes['href'], url);
    },
    close(path, { text, source, cutOff }) {
      const name = path.at(-1) ?? '';
      if (name === 'opensearch:totalResults') total = Number.parseInt(text, 10);
      if (isItem(name) && path.length <= 3 && !cutOff) items.push({ format: 'xml', body: source });
    },
  });
  if (root === undefined || !ROOTS.has(localName(root))) {
    throw new BoardError(
      'changed',
      `${new URL(url).host} did not answer with a feed (RSS, Atom or JSON Feed). Open the address in a browser to see what is there.`,
    );
  }
  return { items, next, total: Number.isNaN(total) ? undefined : total, complete };
}

const ROOTS = new Set(['rss', 'RDF', 'feed']);

function isItem(name: string): boolean {
  return name === 'item' || localName(name) === 'entry';
}

function readJsonFeed(body: string, url: string): Feed {
  let feed: unknown;
  try {
    feed = JSON.parse(body.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new BoardError('changed', `The JSON of ${new URL(url).host} cannot be read.`, { cause: error });
  }
  if (!isRecord(feed) || !Array.isArray(feed['items'])) {
    throw new BoardError(
      'changed',
      `${new URL(url).host} answered with JSON that is no JSON Feed: it has no list of items.`,
    );
  }
  const items = feed['items'].map((item): RawFeedItem => ({ format: 'json', body: JSON.stringify(item) }));
  return { items, next: statedUrl(feed['next_url'], url), total: undefined, complete: true };
}

function rssItem(element: XmlElement): FeedItem {
  const guid = child(element, 'guid');
  const guidText = text(guid);
  const isLink = guid !== undefined && attributeOf(guid, 'isPermaLink') !== 'false';
  return {
    id: guidText ?? attributeOf(element, 'rdf:about'),
    url: statedUrl(text(child(element, 'link'))) ?? (isLink ? statedUrl(guidText) : undefined),
    title: text(child(element, 'title')),
    published: text(child(element, 'pubDate')) ?? text(child(element, 'dc:date')),
    content: text(child(element, 'content:encoded')) ?? text(child(element, 'description')),
    jobPosting: undefined,
    element,
  };
}

function atomItem(element: XmlElement): FeedItem {
  const prefix = element.name.slice(0, -'entry'.length);
  const links = element.children.filter((link) => link.name === `${prefix}link`);
  const link = links.find((one) => (attributeOf(one, 'rel') ?? 'alternate') === 'alternate');
  return {
    id: text(child(element, `${prefix}id`)),
    url: link === undefined ? undefined : statedUrl(attributeOf(link, 'href')),
    title: text(child(element, `${prefix}title`)),
    published: text(child(element, `${prefix}published`)),
    content: text(child(element, `${prefix}content`)) ?? text(child(element, `${prefix}summary`)),
    jobPosting: undefined,
    element,
  };
}

function jsonItem(item: unknown): FeedItem {
  const element = asElement('item', item, 0);
  const content = child(element, 'content_html') ?? child(element, 'content_text') ?? child(element, 'summary');
  const posting = isRecord(item) ? item['_jobposting'] : undefined;
  return {
    id: text(child(element, 'id')),
    url: statedUrl(text(child(element, 'url'))),
    title: text(child(element, 'title')),
    published: text(child(element, 'date_published')),
    content: text(content),
    jobPosting: isRecord(posting) ? posting : undefined,
    element,
  };
}

/** A JSON value as an element: members become children, items of a list repeated elements. */
function asElement(name: string, value: unknown, depth: number): XmlElement {
  const members = isRecord(value) && depth < DEEPEST ? Object.entries(value) : [];
  const children = members.flatMap(([member, inner]) =>
    (Array.isArray(inner) ? inner : [inner]).map((one) => asElement(member, one, depth + 1)),
  );
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { name, attributes: {}, text: plain ? String(value).trim() : '', children, inner: '' };
}

const DEEPEST = 8;

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((one) => one.name === name);
}

function text(element: XmlElement | undefined): string | undefined {
  const content = element === undefined ? '' : contentOf(element);
  return content === '' ? undefined : content;
}

// markup that was put into the XML unescaped (Atom `type="xhtml"`, sloppy RSS) is taken as written
function contentOf(element: XmlElement): string {
  return element.children.length > 0 && element.inner !== '' ? element.inner.trim() : element.text;
}

function attributeOf(element: XmlElement, name: string): string | undefined {
  return Object.hasOwn(element.attributes, name) ? element.attributes[name] : undefined;
}

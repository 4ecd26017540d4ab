import { Parser } from 'htmlparser2';

/** An item of microdata under construction: the property it belongs to, and where its element opened. */
interface OpenItem {
  readonly depth: number;
  readonly property: string | undefined;
  readonly values: Map<string, unknown[]>;
}

interface OpenProperty {
  readonly depth: number;
  readonly name: string;
  readonly start: number;
}

/**
 * The schema.org JobPosting items that a page holds as microdata (`itemprop`), as SuccessFactors and older boards
 * write them, in the shape of JSON-LD. A value is the element's `content`, `datetime` or link, else its inner HTML.
 */
export function readMicrodata(html: string): Readonly<Record<string, unknown>>[] {
  if (!/itemtype\s*=\s*["']?https?:\/\/schema\.org\/JobPosting/i.test(html)) return [];
  const postings: Record<string, unknown>[] = [];
  const items: OpenItem[] = [];
  const properties: OpenProperty[] = [];
  let depth = 0;

  const parser = new Parser({
    onopentag(_, attributes) {
      depth += 1;
      // the parser looks through the whole stack at each closing tag: without a limit its time is not linear
      if (depth > MOST_DEEP) parser.pause();
      const property = attributes['itemprop']?.trim();
      if (attributes['itemscope'] !== undefined || attributes['itemtype'] !== undefined) {
        const type = /schema\.org\/(\w{1,60})/i.exec(attributes['itemtype'] ?? '')?.[1];
        const values = new Map<string, unknown[]>(type === undefined ? [] : [['@type', [type]]]);
        if (items.length < MOST_NESTED) items.push({ depth, property, values });
        return;
      }
      if (property === undefined || property === '' || items.length === 0) return;
      const stated = attributes['content'] ?? attributes['datetime'] ?? attributes['href'] ?? attributes['src'];
      if (stated !== undefined) add(items, property, stated);
      else if (properties.length < MOST_NESTED) properties.push({ depth, name: property, start: parser.endIndex + 1 });
    },
    onclosetag() {
      const open = properties.at(-1);
      if (open?.depth === depth) {
        properties.pop();
        add(items, open.name, html.slice(open.start, parser.startIndex));
      }
      const item = items.at(-1);
      if (item?.depth === depth) {
        items.pop();
        const value = objectOf(item.values);
        if (value['@type'] === 'JobPosting') postings.push(value);
        else if (item.property !== undefined) add(items, item.property, value);
      }
      depth -= 1;
    },
  });
  parser.end(html);
  return postings;
}

const MOST_DEEP = 1_000;
const MOST_NESTED = 20;
const MOST_PROPERTIES = 200;

function add(items: readonly OpenItem[], property: string, value: unknown): void {
  const values = items.at(-1)?.values;
  if (values === undefined || values.size > MOST_PROPERTIES) return;
  values.set(property, [...(values.get(property) ?? []), value].slice(0, 50));
}

function objectOf(values: ReadonlyMap<string, unknown[]>): Record<string, unknown> {
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all]));
}

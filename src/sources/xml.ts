import { Parser } from 'htmlparser2';
import { BoardError } from '../errors.ts';

/** An XML element with its name as written, prefix included. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The element's own text, CDATA included, entities decoded once. */
  readonly text: string;
  readonly children: readonly XmlElement[];
  /** What stands between its tags, as written. */
  readonly inner: string;
}

/** What a walk over a document reports; `path` is the names from the root to the element, itself included. */
export interface XmlVisitor {
  open?(path: readonly string[], attributes: Readonly<Record<string, string>>): void;
  /** `source` is the element as written, its tags included. `cutOff` when the document ended inside it. */
  close?(
    path: readonly string[],
    element: { readonly text: string; readonly source: string; readonly cutOff: boolean },
  ): void;
}

/**
 * Walks an XML document of uncertain quality: a bare `&`, unknown entities and unclosed tags do no harm, nothing is
 * ever expanded or loaded. Returns whether the document was closed properly. Throws `changed` for a DOCTYPE, which
 * data has no use for and web pages begin with.
 */
export function walkXml(xml: string, visitor: XmlVisitor): { readonly complete: boolean } {
  const path: string[] = [];
  const open: { start: number; text: string }[] = [];
  let complete = false;
  let ended = false;
  const parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (/^!doctype/i.test(name)) {
          throw new BoardError(
            'changed',
            'The answer declares a DOCTYPE and is refused: it is a web page, or XML that wants to be expanded. Check the address.',
          );
        }
      },
      onopentag(name, attributes) {
        if (path.length >= MOST_NESTED) {
          throw new BoardError(
            'changed',
            `The answer nests more than ${MOST_NESTED} elements and is refused. Check the address.`,
          );
        }
        path.push(name);
        open.push({ start: parser.startIndex, text: '' });
        visitor.open?.(path, attributes);
      },
      ontext(text) {
        const current = open.at(-1);
        if (current !== undefined) current.text += text;
      },
      onclosetag() {
        const current = open.at(-1);
        if (current === undefined) return;
        const source = xml.slice(current.start, parser.endIndex + 1);
        visitor.close?.(path, { text: current.text, source, cutOff: ended });
        path.pop();
        open.pop();
        complete = path.length === 0 && !ended;
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  ended = true;
  parser.end();
  return { complete };
}

/** The first element of `xml` with everything inside it; elements nested deeper than any feed nests are left out. */
export function readXmlElement(xml: string): XmlElement | undefined {
  const stack: { name: string; attributes: Readonly<Record<string, string>>; children: XmlElement[] }[] = [];
  let root: XmlElement | undefined;
  walkXml(xml, {
    open(path, attributes) {
      if (path.length <= DEEPEST) stack.push({ name: path.at(-1) ?? '', attributes: { ...attributes }, children: [] });
    },
    close(path, { text, source }) {
      if (path.length > DEEPEST) return;
      const frame = stack.pop();
      if (frame === undefined) return;
      const element = { ...frame, text: text.trim(), inner: innerOf(source) };
      const parent = stack.at(-1);
      if (parent !== undefined) parent.children.push(element);
      else root ??= element;
    },
  });
  return root;
}

/** The name without its prefix: `joblisting:location` → `location`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const DEEPEST = 16;
// the parser looks through the whole stack at each closing tag, so without a limit its time is not linear
const MOST_NESTED = 256;

function innerOf(source: string): string {
  const end = source.lastIndexOf('</');
  return end === -1 ? '' : source.slice(source.indexOf('>') + 1, end);
}

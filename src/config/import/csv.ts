import { CsvError, parse } from 'csv-parse/sync';

/** The rows of a CSV text, each a list of its cells, and whether the text ended inside a quoted cell. */
export interface CsvReading {
  /** Rows in which every cell is empty are left out. */
  readonly rows: readonly (readonly string[])[];
  /** What follows the quote that is never closed is not in `rows`. */
  readonly unclosed: boolean;
}

/**
 * Reads CSV after RFC 4180 with any line end and a byte order mark; rows may differ in length, and a quote in the middle of a cell is
 * a letter. Only the first 110,000 rows are read. Never throws on account of the text.
 */
export function readCsv(text: string): CsvReading {
  const rows: string[][] = [];
  try {
    parse(text, {
      bom: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: MOST_RECORDS,
      // What stands before a fault is kept: the library gives nothing back then.
      on_record: (row: string[]) => {
        if (row.some((cell) => cell.trim() !== '')) rows.push(row);
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return { rows, unclosed: true };
    throw error;
  }
  return { rows, unclosed: false };
}

// Nobody has more connections than 30,000; without an end a file of 16 MB could cost minutes.
const MOST_RECORDS = 110_000;

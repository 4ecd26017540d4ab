/** Tells one figure: `cli`'s `query median` is 312 `ms`. */
export type Report = (name: string, value: number, unit: string) => void;

/** What every bench module exports as `run`. Rejects when the work that is measured went wrong. */
export type RunBench = (parts: { readonly size: number; readonly report: Report }) => Promise<void>;

import { describe, expect, it } from 'vitest';
import { createThrottle } from '../../src/sources/throttle.ts';

describe('createThrottle', () => {
  it('refuses at once, and for as long as the host asked', async () => {
    const time = fakeTime();
    const throttle = createThrottle(time);
    throttle.close('a.example', new Date(time.clock().getTime() + 60_000));

    const early = throttle.visit('a.example', 0, neverAborted(), visited);

    await expect(early).rejects.toMatchObject({
      kind: 'throttled',
      retryAt: new Date('2026-11-20T08:01:00Z'),
      message: 'a.example asked for a pause; next try after 2026-11-20 08:01 UTC.',
    });
    time.pass(60_000);
    await expect(throttle.visit('a.example', 0, neverAborted(), visited)).resolves.toBe('visited');
  });

  it('turns away those who already queue when the host closes', async () => {
    const time = fakeTime();
    const throttle = createThrottle(time);
    const first = throttle.visit('a.example', 0, neverAborted(), async () => {
      throttle.close('a.example', new Date(time.clock().getTime() + 1000));
    });
    const second = throttle.visit('a.example', 0, neverAborted(), visited);

    const outcomes = await Promise.allSettled([first, second]);

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('never shortens a pause', async () => {
    const time = fakeTime();
    const throttle = createThrottle(time);
    throttle.close('a.example', new Date(time.clock().getTime() + 60_000));
    throttle.close('a.example', new Date(time.clock().getTime() + 1000));
    time.pass(30_000);

    const early = throttle.visit('a.example', 0, neverAborted(), visited);

    await expect(early).rejects.toMatchObject({ kind: 'throttled' });
  });

  it('lets one in at a time, in the order of asking, at the pace', async () => {
    const time = fakeTime();
    const throttle = createThrottle(time);
    const starts: [string, number][] = [];
    let inside = 0;
    const visit = (name: string) =>
      throttle.visit('a.example', 1000, neverAborted(), async () => {
        starts.push([name, time.ticks()]);
        inside += 1;
        expect(inside).toBe(1);
        time.pass(300);
        await Promise.resolve();
        inside -= 1;
      });

    await Promise.all(['first', 'second', 'third'].map(visit));

    expect(starts).toEqual([
      ['first', 0],
      ['second', 1000],
      ['third', 2000],
    ]);
  });

  it('does not wait when a visit took longer than the pace', async () => {
    const time = fakeTime();
    const throttle = createThrottle(time);
    const slow = () => throttle.visit('a.example', 1000, neverAborted(), async () => time.pass(5000));

    await slow();
    await slow();

    expect(time.waits).toEqual([]);
  });

  it('keeps hosts apart', async () => {
    const time = fakeTime();
    const throttle = createThrottle(time);
    const stuck = new AbortController();
    const hanging = throttle.visit('a.example', 1000, stuck.signal, () => new Promise(() => {}));
    hanging.catch(() => {});

    const other = await throttle.visit('b.example', 1000, neverAborted(), visited);

    expect(other).toBe('visited');
    expect(time.waits).toEqual([]);
  });

  it('passes the turn on after a failure', async () => {
    const throttle = createThrottle(fakeTime());
    const broken = throttle.visit('a.example', 0, neverAborted(), () => Promise.reject(new Error('broken')));
    const next = throttle.visit('a.example', 0, neverAborted(), visited);

    const outcomes = await Promise.allSettled([broken, next]);

    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('takes an aborted waiter out of the queue without letting the next one overtake', async () => {
    const throttle = createThrottle(fakeTime());
    const leaving = new AbortController();
    const order: string[] = [];
    const door = Promise.withResolvers<void>();
    const first = throttle.visit('a.example', 0, neverAborted(), async () => {
      await door.promise;
      order.push('first');
    });
    const second = throttle.visit('a.example', 0, leaving.signal, async () => order.push('second'));
    const third = throttle.visit('a.example', 0, neverAborted(), async () => order.push('third'));

    leaving.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
    door.resolve();
    await Promise.all([first, third]);

    expect(order).toEqual(['first', 'third']);
  });

  it('stops waiting for the pace when aborted', async () => {
    const { clock, ticks } = fakeTime();
    const throttle = createThrottle({ clock, ticks });
    const leaving = new AbortController();
    await throttle.visit('a.example', 0, neverAborted(), visited);
    const waiting = throttle.visit('a.example', 3_600_000, leaving.signal, visited);

    leaving.abort(new Error('enough'));

    await expect(waiting).rejects.toThrow('enough');
  });

  it('refuses a caller whose signal was aborted before', async () => {
    const throttle = createThrottle(fakeTime());

    const visit = throttle.visit('a.example', 0, AbortSignal.abort(new Error('too late')), visited);

    await expect(visit).rejects.toThrow('too late');
  });

  it('remembers a pause although a thousand other hosts came by', async () => {
    const time = fakeTime();
    const throttle = createThrottle(time);
    throttle.close('a.example', new Date(time.clock().getTime() + 3_600_000));
    for (let host = 0; host < 1100; host += 1) {
      await throttle.visit(`host-${host}.example`, 0, neverAborted(), visited);
      time.pass(100);
    }

    const early = throttle.visit('a.example', 0, neverAborted(), visited);

    await expect(early).rejects.toMatchObject({ kind: 'throttled' });
  });
});

function fakeTime() {
  const start = Date.parse('2026-11-20T08:00:00Z');
  const waits: number[] = [];
  let passed = 0;
  const pass = (ms: number) => {
    passed += ms;
  };
  return {
    waits,
    pass,
    clock: () => new Date(start + passed),
    ticks: () => passed,
    wait: async (ms: number) => {
      waits.push(ms);
      pass(ms);
    },
  };
}

function neverAborted(): AbortSignal {
  return new AbortController().signal;
}

async function visited(): Promise<string> {
  return 'visited';
}

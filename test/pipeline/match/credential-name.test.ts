import { describe, expect, it } from 'vitest';
import { credentialName, withoutEligible } from '../../../src/pipeline/match/credential-name.ts';
import { CREDENTIALS } from './kit.ts';

describe('credentialName', () => {
  it.each([
    ['drivers-license', "driver's license"],
    ['coding-credential', 'coding credential (AHIMA or AAPC)'],
    ['rhit', 'RHIT'],
    ['ccs-p', 'CCS-P'],
    ['cphims', 'CPHIMS'],
    ['rn-eligible', 'RN-eligible'],
    ['cpa-eligible', 'CPA-eligible'],
    ['cissp', 'CISSP'],
    ['some-unknown-card', 'some unknown card'],
  ])('%s is %s', (id, name) => {
    expect(credentialName(id, CREDENTIALS)).toBe(name);
  });
});

describe('withoutEligible', () => {
  it.each([
    ['-eligible', '-eligible'],
    ['rn', 'rn'],
    ['rn-eligible', 'rn'],
  ])('%s is %s', (id, base) => {
    expect(withoutEligible(id)).toBe(base);
  });
});

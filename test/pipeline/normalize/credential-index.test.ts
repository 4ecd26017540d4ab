import { describe, expect, it } from 'vitest';
import { Credential } from '../../../src/model/credential.ts';
import { compileCatalogue } from '../../../src/pipeline/normalize/credential-index.ts';
import { tokenize } from '../../../src/pipeline/normalize/tokens.ts';
import { shippedIndex } from '../../kit/credentials.ts';

const found = (text: string, index = shippedIndex()) =>
  index.scan(text, tokenize(text, index.vocabulary)).map((one) => `${one.id}=${text.slice(one.start, one.end)}`);

describe('compileCatalogue', () => {
  it.each([
    ['RHIA/RHIT', ['rhia=RHIA', 'rhit=RHIT']],
    ['R.H.I.A. or r.h.i.t.', ['rhia=R.H.I.A', 'rhit=r.h.i.t']],
    ['CPC-A, CPC and CPCs', ['cpc-a=CPC-A', 'cpc=CPC', 'cpc=CPCs']],
    ['a CPC a day', ['cpc=CPC']],
    ['Registered Health Information Technicians', ['rhit=Registered Health Information Technicians']],
    ['coding skillsRHIA', ['rhia=RHIA']],
    ['the arc of a cpc', []],
    ['driver’s license', ['drivers-license=driver’s license']],
    ['Security+ CE', ['security-plus=Security+ CE']],
    ['CCSP, CPC and RHIT for coders', ['ccs-p=CCSP', 'cpc=CPC', 'rhit=RHIT']],
    ['CISSP or CCSP for cloud work', ['cissp=CISSP', 'ccsp=CCSP']],
    ['CPA or CMA in accounting', ['cpa=CPA', 'cma=CMA']],
    ['CMA for a medical clinic', ['medical-assistant=CMA']],
    ['CCM for a construction site', ['ccm-construction=CCM']],
    ['nurse with CCM', ['ccm=CCM']],
    ['Philadelphia, PA', []],
    ['• CTR required\nRate of pay: $25.00', ['ods=CTR']],
    ['CTR-eligible registrar', ['ods=CTR']],
    ['Raises CTR and conversion rates, certification of ads preferred', []],
    ['PHR required\nKeeps personnel records', ['phr=PHR']],
    ['PHR records of each patient', []],
    ['NP or PA', ['np=NP', 'pa=PA']],
  ])('finds in %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('takes the longest spelling and the guarded row before the unguarded one', () => {
    const rows = [
      { id: 'short', name: 'Coder Card', kind: 'certification' },
      { id: 'long', name: 'Coder Card Plus', kind: 'certification' },
      { id: 'guarded', name: 'Guarded', kind: 'licence', aliases: ['XYZ'], guarded: ['XYZ'], near: ['ship'] },
      { id: 'open', name: 'Open', kind: 'licence', aliases: ['XYZ'] },
    ].map((row) => Credential.parse(row));
    const index = compileCatalogue(rows);

    expect(found('Coder Card Plus, Coder Card', index)).toEqual(['long=Coder Card Plus', 'short=Coder Card']);
    expect(found('XYZ on a ship', index)).toEqual(['guarded=XYZ']);
    expect(found('XYZ on land', index)).toEqual(['open=XYZ']);
  });

  it('names what it does not know by its id', () => {
    expect(shippedIndex().nameOf('no-such')).toBe('no-such');
  });
});

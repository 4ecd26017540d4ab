import { afterAll, beforeAll } from 'vitest';
import { allowNetwork, refuseNetwork } from './http-mock.ts';

// No test reaches the network by accident: every unmocked request to another host than this one fails.
beforeAll(refuseNetwork);
afterAll(allowNetwork);

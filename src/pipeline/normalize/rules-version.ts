/**
 * Raised whenever a change in this folder or in `config/credentials` may read a text differently: every stored
 * posting that was read under a lower number is then read again, from its raw body and without one request.
 */
export const rulesVersion = 5;

/**
 * Raised whenever a change in this folder or in `config/credentials` may read a text differently. From then on new and
 * changed postings are read by the new rules; a stored posting that was read under a lower number stays as it is until
 * a person accepts the new readings (`rolewatch replay`), which takes its raw body and not one request.
 */
export const rulesVersion = 7;

/** The most samples that a side of a question may have: beyond this the exact plan takes too long. */
export const mostSamples = 200;

/** The most questions that are judged together. */
export const mostQuestions = 2000;

/** The largest file that is read, in bytes. */
export const largestOutcomeFile = 128 * 1024 * 1024;

/** The most samples that a side of a question may have: beyond this the exact plan takes too long. */
export const mostSamples = 200;

/** The most questions that are judged together. */
export const mostQuestions = 2000;

/** The most samples that are judged together: each has its place on the page. */
export const mostTogether = 200_000;

/** The largest file that is read, in bytes. */
export const largestOutcomeFile = 128 * 1024 * 1024;

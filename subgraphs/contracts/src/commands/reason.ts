/** Characters that a reason may have: it is read in a list of events. */
export const longestReason = 500

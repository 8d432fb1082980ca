/** Links of this confidence and more are accepted as a whole; the rest is shown to a person. */
export const ACCEPT_THRESHOLD = 0.9;

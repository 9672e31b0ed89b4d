/** Characters that are kept of a comment, an answer or a sign-off. */
export const NOTE_LENGTH = 4000;

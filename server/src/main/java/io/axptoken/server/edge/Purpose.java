package io.axptoken.server.edge;

/** What a user wants who is found out. */
enum Purpose {
  /** A token. */
  TOKEN,
  /** The end of what is kept for them. */
  SIGN_OUT
}

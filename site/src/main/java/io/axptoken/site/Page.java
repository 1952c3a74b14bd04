package io.axptoken.site;

/**
 * A page of the site, before it is rendered.
 *
 * @param address its folder in the site, "docs/operations/" for example; the root is ""
 * @param source the file in the repository that its links start from
 * @param markdown its text
 */
record Page(String address, String source, String markdown) {}

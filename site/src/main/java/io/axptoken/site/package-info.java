/** Turns the Markdown of docs/ into a site of plain HTML. Build only: nothing here is shipped. */
@NullMarked
package io.axptoken.site;

import org.jspecify.annotations.NullMarked;

/** Traces of token requests, if an operator wants them. */
@NullMarked
package io.axptoken.server.observe.trace;

import org.jspecify.annotations.NullMarked;

/** Traces of requests, if an operator wants them. */
@NullMarked
package io.axptoken.service.observe.trace;

import org.jspecify.annotations.NullMarked;

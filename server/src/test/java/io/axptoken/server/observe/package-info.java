/** Behaviour of the log. */
@NullMarked
package io.axptoken.server.observe;

import org.jspecify.annotations.NullMarked;

/** The use case: an identified user gets a token, or a refusal that says why. */
@NullMarked
package io.axptoken.server.issue;

import org.jspecify.annotations.NullMarked;

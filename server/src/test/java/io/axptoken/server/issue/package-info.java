/** What operators are told of failures; the rest of the use case is tested over HTTP. */
@NullMarked
package io.axptoken.server.issue;

import org.jspecify.annotations.NullMarked;

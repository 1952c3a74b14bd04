/** What the token server counts, records and shows of tokens. */
@NullMarked
package io.axptoken.server.observe;

import org.jspecify.annotations.NullMarked;

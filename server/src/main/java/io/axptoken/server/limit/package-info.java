/** How many requests an address and a user may make. */
@NullMarked
package io.axptoken.server.limit;

import org.jspecify.annotations.NullMarked;

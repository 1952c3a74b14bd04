/**
 * Who the end user is. Only this package can make an {@link
 * io.axptoken.server.identity.IdentifiedUser}.
 */
@NullMarked
package io.axptoken.server.identity;

import org.jspecify.annotations.NullMarked;

/** Keys in virtual time, and what claims make; hostile tokens are sent over HTTP. */
@NullMarked
package io.axptoken.server.identity.jwt.keys;

import org.jspecify.annotations.NullMarked;

/** When what is written goes out to the sockets. */
@NullMarked
package io.axptoken.server.socket;

import org.jspecify.annotations.NullMarked;

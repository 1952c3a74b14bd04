/** The server as its callers meet it: over real sockets, against the sandbox. */
@NullMarked
package io.axptoken.server;

import org.jspecify.annotations.NullMarked;

/** The client library's transport on Vert.x, for the request path. */
@NullMarked
package io.axptoken.server.transport;

import org.jspecify.annotations.NullMarked;

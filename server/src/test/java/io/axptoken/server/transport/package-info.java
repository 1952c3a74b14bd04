/** The Vert.x transport, against servers that behave and servers that do not. */
@NullMarked
package io.axptoken.server.transport;

import org.jspecify.annotations.NullMarked;

/** The seam between the library and an HTTP client, and the JDK's implementation of it. */
@NullMarked
package io.axptoken.client.transport;

import org.jspecify.annotations.NullMarked;

/** The server beside programs of others. */
@NullMarked
package io.axptoken.interop;

import org.jspecify.annotations.NullMarked;

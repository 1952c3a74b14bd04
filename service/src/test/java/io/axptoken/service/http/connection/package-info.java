/** Connections on real event loops. */
@NullMarked
package io.axptoken.service.http.connection;

import org.jspecify.annotations.NullMarked;

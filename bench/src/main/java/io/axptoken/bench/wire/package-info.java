/** The little of HTTP/1.1 that stub and generator need. */
@NullMarked
package io.axptoken.bench.wire;

import org.jspecify.annotations.NullMarked;

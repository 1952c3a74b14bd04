/** The HTTP surface. */
@NullMarked
package io.axptoken.push.edge;

import org.jspecify.annotations.NullMarked;

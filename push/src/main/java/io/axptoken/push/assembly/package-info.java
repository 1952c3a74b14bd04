/** The object graph, by hand. */
@NullMarked
package io.axptoken.push.assembly;

import org.jspecify.annotations.NullMarked;

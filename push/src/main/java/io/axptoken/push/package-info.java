/** The push connector: accepted means kept. */
@NullMarked
package io.axptoken.push;

import org.jspecify.annotations.NullMarked;

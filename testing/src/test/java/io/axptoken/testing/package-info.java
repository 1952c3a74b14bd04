/** The guard and the hostile server are tested themselves. */
@NullMarked
package io.axptoken.testing;

import org.jspecify.annotations.NullMarked;

/** The soak: steady load on the server while its platform fails at random. */
@NullMarked
package io.axptoken.bench.soak;

import org.jspecify.annotations.NullMarked;

/** Clocks and throttles. */
@NullMarked
package io.axptoken.service.time;

import org.jspecify.annotations.NullMarked;

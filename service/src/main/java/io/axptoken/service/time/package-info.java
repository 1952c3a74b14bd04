/** The clocks, and what keeps events from coming too often. */
@NullMarked
package io.axptoken.service.time;

import org.jspecify.annotations.NullMarked;

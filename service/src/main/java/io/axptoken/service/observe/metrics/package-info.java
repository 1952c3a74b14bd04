/** Counts and times what happens, and shows it to Prometheus. */
@NullMarked
package io.axptoken.service.observe.metrics;

import org.jspecify.annotations.NullMarked;

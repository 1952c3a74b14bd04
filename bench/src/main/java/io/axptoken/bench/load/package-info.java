/** The callers: wrk for closed-loop load, an open-loop generator for latencies. */
@NullMarked
package io.axptoken.bench.load;

import org.jspecify.annotations.NullMarked;

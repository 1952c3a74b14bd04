/** What was measured, and under what conditions. */
@NullMarked
package io.axptoken.bench.result;

import org.jspecify.annotations.NullMarked;

/** The machine: processes, their CPU time and memory, and where they run. */
@NullMarked
package io.axptoken.bench.host;

import org.jspecify.annotations.NullMarked;

/** The servers that are measured. */
@NullMarked
package io.axptoken.bench.subject;

import org.jspecify.annotations.NullMarked;

/** Medians, ratios, and the documents that show them. */
@NullMarked
package io.axptoken.bench.report;

import org.jspecify.annotations.NullMarked;

/** What is counted, and how it is shown. */
@NullMarked
package io.axptoken.service.observe.metrics;

import org.jspecify.annotations.NullMarked;

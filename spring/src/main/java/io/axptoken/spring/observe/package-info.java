/** Metrics and observations of calls to the platform. */
@NullMarked
package io.axptoken.spring.observe;

import org.jspecify.annotations.NullMarked;

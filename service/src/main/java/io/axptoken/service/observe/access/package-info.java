/** A line for each request. */
@NullMarked
package io.axptoken.service.observe.access;

import org.jspecify.annotations.NullMarked;

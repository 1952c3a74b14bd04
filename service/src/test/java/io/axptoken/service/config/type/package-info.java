/** Kinds of values. */
@NullMarked
package io.axptoken.service.config.type;

import org.jspecify.annotations.NullMarked;

/** Tests of meters and observations. */
@NullMarked
package io.axptoken.spring.observe;

import org.jspecify.annotations.NullMarked;

/** Keys that other programs prove themselves with. */
@NullMarked
package io.axptoken.service.key;

import org.jspecify.annotations.NullMarked;

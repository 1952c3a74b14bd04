/** How many requests may come, counted by key. */
@NullMarked
package io.axptoken.service.limit;

import org.jspecify.annotations.NullMarked;

/** Health, over real listeners. */
@NullMarked
package io.axptoken.service.observe.health;

import org.jspecify.annotations.NullMarked;

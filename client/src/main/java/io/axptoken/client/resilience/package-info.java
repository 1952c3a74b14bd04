/** What keeps a sick or overrun platform from harming those who wait for it, and the reverse. */
@NullMarked
package io.axptoken.client.resilience;

import org.jspecify.annotations.NullMarked;

/** Sends what the outbox holds, and goes on until it is sent, or cannot be. */
@NullMarked
package io.axptoken.push.delivery;

import org.jspecify.annotations.NullMarked;

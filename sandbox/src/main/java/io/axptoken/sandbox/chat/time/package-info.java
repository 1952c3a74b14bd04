/** The one thread that the chat's state belongs to, and what it waits with. */
@NullMarked
package io.axptoken.sandbox.chat.time;

import org.jspecify.annotations.NullMarked;

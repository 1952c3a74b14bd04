/** Who talks to whom: sessions, engagements, messages and the events that tell of them. No HTTP. */
@NullMarked
package io.axptoken.sandbox.chat.room;

import org.jspecify.annotations.NullMarked;

/** What keeps connections sound: framing, floods, deadlines, and when bytes go out. */
@NullMarked
package io.axptoken.service.http.connection;

import org.jspecify.annotations.NullMarked;

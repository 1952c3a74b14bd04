/** The chat client API over HTTP. */
@NullMarked
package io.axptoken.sandbox.chat.wire;

import org.jspecify.annotations.NullMarked;

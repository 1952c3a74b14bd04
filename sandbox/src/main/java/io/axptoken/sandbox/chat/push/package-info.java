/** What the chat tells a server of a conversation whose user is not there. */
@NullMarked
package io.axptoken.sandbox.chat.push;

import org.jspecify.annotations.NullMarked;

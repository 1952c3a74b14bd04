/** Who answers in the chat unless told otherwise. */
@NullMarked
package io.axptoken.sandbox.chat.bot;

import org.jspecify.annotations.NullMarked;

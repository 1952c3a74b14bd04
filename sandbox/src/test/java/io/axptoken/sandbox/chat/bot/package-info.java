@NullMarked
package io.axptoken.sandbox.chat.bot;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.axptoken.sandbox.chat.push;

import org.jspecify.annotations.NullMarked;

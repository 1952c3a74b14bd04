@NullMarked
package io.axptoken.sandbox.chat;

import org.jspecify.annotations.NullMarked;

/** The commands. */
@NullMarked
package io.axptoken.push.command;

import org.jspecify.annotations.NullMarked;

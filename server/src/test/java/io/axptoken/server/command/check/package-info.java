/** Behaviour of the commands. */
@NullMarked
package io.axptoken.server.command.check;

import org.jspecify.annotations.NullMarked;

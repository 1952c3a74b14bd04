/** Behaviour of the commands. */
@NullMarked
package io.axptoken.server.command;

import org.jspecify.annotations.NullMarked;

/** The commands of {@code token-server}: what they are called with, do, print, and return. */
@NullMarked
package io.axptoken.server.command;

import org.jspecify.annotations.NullMarked;

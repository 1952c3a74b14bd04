/** Defaults, file, environment and command line become records; all problems are told at once. */
@NullMarked
package io.axptoken.server.config;

import org.jspecify.annotations.NullMarked;

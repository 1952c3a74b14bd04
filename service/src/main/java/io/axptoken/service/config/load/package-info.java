/** Defaults, file, environment and command line become records; all problems are told at once. */
@NullMarked
package io.axptoken.service.config.load;

import org.jspecify.annotations.NullMarked;

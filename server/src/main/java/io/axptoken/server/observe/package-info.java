/** Logs and health. */
@NullMarked
package io.axptoken.server.observe;

import org.jspecify.annotations.NullMarked;

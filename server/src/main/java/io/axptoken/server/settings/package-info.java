/** The settings of the token server, as records. */
@NullMarked
package io.axptoken.server.settings;

import org.jspecify.annotations.NullMarked;

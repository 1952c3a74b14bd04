/** Behaviour of the configuration, section by section. */
@NullMarked
package io.axptoken.server.settings;

import org.jspecify.annotations.NullMarked;

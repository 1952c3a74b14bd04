/** Behaviour of the configuration, section by section. */
@NullMarked
package io.axptoken.server.config;

import org.jspecify.annotations.NullMarked;

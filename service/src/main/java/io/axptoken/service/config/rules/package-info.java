/** Judges whether a configuration may run where strangers can reach it. */
@NullMarked
package io.axptoken.service.config.rules;

import org.jspecify.annotations.NullMarked;

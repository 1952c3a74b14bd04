/** The kinds of values that settings have: how each is written, checked and shown. */
@NullMarked
package io.axptoken.service.config.type;

import org.jspecify.annotations.NullMarked;

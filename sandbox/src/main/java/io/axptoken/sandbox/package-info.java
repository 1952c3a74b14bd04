/** An emulator of the platform, made to be steered by tests. */
@NullMarked
package io.axptoken.sandbox;

import org.jspecify.annotations.NullMarked;

/** The token endpoints: what is asked, what is answered, and the ways to answer wrongly. */
@NullMarked
package io.axptoken.sandbox.platform;

import org.jspecify.annotations.NullMarked;
